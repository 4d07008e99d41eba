package org.broadleafreturns.core.takeover;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Part of repositories that look for what is a customer's among the orders of those customers of whom they can have some. */
public interface AmongCustomers {

    @Query(OrderOwner.TAKEN_FROM)
    List<Long> findTakenFrom(@Param("customer") Long customer);

    /** Among whose orders a customer's own are. */
    default Collection<Long> customersOf(Long customer) {
        return Stream.concat(Stream.of(customer), findTakenFrom(customer).stream()).toList();
    }
}
