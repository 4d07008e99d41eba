package org.broadleafreturns.core.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Keeps what many ask for and few change while one piece of work goes on: a web request, or a transaction where there is none.
 * Beyond that nothing is kept in memory, so that all nodes know of a change at once.
 */
public final class PieceOfWork {

    private PieceOfWork() {
    }

    /**
     * What was read in this piece of work under that name, else what is read now.
     *
     * @param name of whoever reads and of what is read
     */
    @SuppressWarnings("unchecked")
    public static <T> T recall(String name, Supplier<T> reading) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            Object known = request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
            if (known == null) {
                known = reading.get();
                request.setAttribute(name, known, RequestAttributes.SCOPE_REQUEST);
            }
            return (T) known;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return reading.get();
        }
        Map<String, Object> known = Known.inTransaction().values;
        if (!known.containsKey(name)) {
            known.put(name, reading.get());
        }
        return (T) known.get(name);
    }

    /** It is read anew when it is asked for next. */
    public static void forget(String name) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(name, RequestAttributes.SCOPE_REQUEST);
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            Known.inTransaction().values.remove(name);
        }
    }

    /** Bound to the transaction, and put aside with it while another one is under way. */
    private static final class Known extends ResourceHolderSupport {

        private final Map<String, Object> values = new HashMap<>();

        static Known inTransaction() {
            Known known = (Known) TransactionSynchronizationManager.getResource(Known.class);
            if (known == null) {
                known = new Known();
                TransactionSynchronizationManager.bindResource(Known.class, known);
                TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(known, Known.class) {
                });
            }
            return known;
        }
    }
}
