package org.broadleafreturns.core.delivery;

import java.util.Collection;
import java.util.Date;
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

    /** When the order of a fulfilment group was placed, which may not be known. */
    @Query("select g.order.submitDate from FulfillmentGroupImpl g where g.id = :groupId")
    Optional<Date> findSubmitDate(@Param("groupId") Long groupId);

    /** For every fulfilment group of an order: its identifier, and for each part of a line in it the order item's, its name, the units. */
    @Query("select g.id, o.id, o.name, i.quantity from FulfillmentGroupImpl g left join g.fulfillmentGroupItems i"
        + " left join i.orderItem o where g.order.id = :orderId order by g.id, i.id")
    List<Object[]> findContents(@Param("orderId") Long orderId);

    /**
     * For every part of a line in a fulfilment group of some orders: the order item's identifier, when the group was delivered,
     * which may not be known, its status, which is mostly null, and how many units of the line are in it.
     */
    @Query("select i.orderItem.id, (select d.deliveredAt from Delivery d where d.id = i.fulfillmentGroup.id), "
        + "i.fulfillmentGroup.status, i.quantity"
        + " from FulfillmentGroupItemImpl i where i.fulfillmentGroup.order.id in (:orderIds)")
    List<Object[]> findMomentsOfItems(@Param("orderIds") Collection<Long> orderIds);
}
