package org.broadleafreturns.core.restock;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All movements of stock. */
interface StockMovements extends Repository<StockMovement, Long> {

    StockMovement save(StockMovement movement);

    /** Those of some returns; steps that came later have a greater version. */
    @Query("select m from StockMovement m where m.requestId in (:requests) order by m.requestId, m.returnVersion, m.orderItemId")
    List<StockMovement> findOfReturns(@Param("requests") Collection<Long> requests);

    /** Those of some order items, in whichever return, oldest first. */
    @Query("select m from StockMovement m where m.orderItemId in (:items) order by m.happenedAt, m.id")
    List<StockMovement> findOfItems(@Param("items") Collection<Long> items);
}
