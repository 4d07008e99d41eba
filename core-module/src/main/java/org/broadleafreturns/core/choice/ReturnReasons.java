package org.broadleafreturns.core.choice;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All reasons. */
interface ReturnReasons extends Repository<ReturnReason, Long> {

    @Query("select distinct r from ReturnReason r left join fetch r.wordings order by r.sortOrder, r.id")
    List<ReturnReason> findAllInOrder();
}
