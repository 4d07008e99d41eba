package org.broadleafreturns.core.choice;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All reasons for refusals. */
interface RefusalReasons extends Repository<RefusalReason, Long> {

    @Query("select distinct r from RefusalReason r left join fetch r.wordings order by r.sortOrder, r.id")
    List<RefusalReason> findAllInOrder();
}
