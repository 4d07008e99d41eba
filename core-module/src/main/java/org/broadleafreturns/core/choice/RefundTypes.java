package org.broadleafreturns.core.choice;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All refund types. */
interface RefundTypes extends Repository<RefundType, Long> {

    @Query("select distinct r from RefundType r left join fetch r.wordings order by r.sortOrder, r.id")
    List<RefundType> findAllInOrder();
}
