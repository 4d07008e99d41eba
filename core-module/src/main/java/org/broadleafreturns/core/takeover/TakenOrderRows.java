package org.broadleafreturns.core.takeover;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The table of orders that were taken over. */
interface TakenOrderRows extends Repository<TakenOrder, Long> {

    String COUNTING = " from TakenOrder t, OrderImpl o where t.customerId = :customer and o.id = t.orderId"
        + " and o.customer.id = t.fromCustomerId";

    TakenOrder save(TakenOrder taken);

    Optional<TakenOrder> findById(Long order);

    @Query("select t from TakenOrder t where t.customerId = :customer order by t.takenAt desc, t.orderId desc")
    List<TakenOrder> findOf(@Param("customer") Long customer);

    /** Those that still are the customer's, the one taken last first. */
    @Query("select o.id" + COUNTING + " order by t.takenAt desc, t.orderId desc")
    List<Long> findCounting(@Param("customer") Long customer, Pageable some);

    @Query("select count(o.id)" + COUNTING + " and o.orderNumber = :number")
    long countCounting(@Param("customer") Long customer, @Param("number") String number);

    @Modifying
    @Query("delete from TakenOrder t where t.customerId = :customer")
    void deleteOf(@Param("customer") Long customer);
}
