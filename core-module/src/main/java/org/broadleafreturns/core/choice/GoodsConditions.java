package org.broadleafreturns.core.choice;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All conditions. */
interface GoodsConditions extends Repository<GoodsCondition, Long> {

    @Query("select distinct r from GoodsCondition r left join fetch r.wordings order by r.sortOrder, r.id")
    List<GoodsCondition> findAllInOrder();
}
