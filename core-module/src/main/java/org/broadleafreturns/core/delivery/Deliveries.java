package org.broadleafreturns.core.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All deliveries that are known. */
interface Deliveries extends Repository<Delivery, Long> {

    Delivery save(Delivery delivery);

    Optional<Delivery> findById(Long groupId);

    @Query("select d from Delivery d where d.group.order.id = :orderId")
    List<Delivery> findByOrder(@Param("orderId") Long orderId);

    @Query("select d from Delivery d where d.group.order.id in (:orderIds)")
    List<Delivery> findByOrders(@Param("orderIds") Collection<Long> orderIds);

    /** For every part of a line in a fulfilment group of some orders: the order item's identifier, and the group's. */
    @Query("select i.orderItem.id, i.fulfillmentGroup.id from FulfillmentGroupItemImpl i"
        + " where i.fulfillmentGroup.order.id in (:orderIds)")
    List<Object[]> findGroupsOfItems(@Param("orderIds") Collection<Long> orderIds);
}
