package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.hibernate.Session;

/**
 * Reads what a command decides on as the database has it at this moment, past whatever was read before. Where nothing was, once
 * reading it is enough.
 */
class CurrentReturns {

    private final ReturnRequests requests;
    private final EntityManager entityManager;

    CurrentReturns(ReturnRequests requests, EntityManager entityManager) {
        this.requests = requests;
        this.entityManager = entityManager;
    }

    /** The return of that number, with its lines. */
    Optional<ReturnRequest> find(String number) {
        return anew(() -> requests.findByNumberWithLines(number));
    }

    /** The same if it is that customer's. */
    Optional<ReturnRequest> findOfCustomer(String number, Long customerId) {
        return anew(() -> requests.findOfCustomerWithLines(number, customerId));
    }

    /** The first of some records. */
    <T> Optional<T> anew(Supplier<List<T>> search) {
        boolean isFirstReading = entityManager.unwrap(Session.class).getStatistics().getEntityCount() == 0;
        Optional<T> found = search.get().stream().findFirst();
        return isFirstReading ? found : found.map(this::refreshed);
    }

    /** The same record, whenever it was read, with whatever it cascades a refresh to. */
    <T> T refreshed(T record) {
        entityManager.refresh(record);
        return record;
    }
}
