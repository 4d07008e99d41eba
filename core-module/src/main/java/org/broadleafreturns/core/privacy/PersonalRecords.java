package org.broadleafreturns.core.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.platform.Deadlocks;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers a customer's requests for a copy of their data and for its erasure (GDPR, articles 15, 17 and 20), as far as returns
 * are concerned. For the shop's own code to call: whoever calls it has made sure that the customer asked. The customer's record
 * and orders are the platform's and stay as they are.
 */
@ForIntegrators
public class PersonalRecords {

    private final List<CustomerRecords> features;
    private final Documents documents;
    private final ShopOrders orders;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    public PersonalRecords(List<CustomerRecords> features, Documents documents, ShopOrders orders,
            PlatformTransactionManager transactionManager) {
        this.features = List.copyOf(features);
        this.documents = documents;
        this.orders = orders;
        this.transaction = new TransactionTemplate(transactionManager);
        this.reading = new TransactionTemplate(transactionManager);
        this.reading.setReadOnly(true);
    }

    /**
     * Everything kept of a customer, by feature, in a form that any JSON library can write. Empty lists for a customer of whom
     * nothing is known.
     */
    public Map<String, Object> export(Long customerId) {
        return reading.execute(status -> {
            Map<String, Object> export = new LinkedHashMap<>();
            features.forEach(feature -> export.put(feature.name(), feature.of(customerId)));
            return export;
        });
    }

    /**
     * What is kept by an e-mail address alone, such as statements of withdrawal of somebody who is no customer, or about an order that
     * nobody has found; whatever capitals it was typed in. As above, without the features that keep nothing by addresses.
     */
    public Map<String, Object> export(String email) {
        return reading.execute(status -> {
            Map<String, Object> export = new LinkedHashMap<>();
            features.forEach(feature -> {
                List<Map<String, Object>> found = feature.ofAddress(email);
                if (!found.isEmpty()) {
                    export.put(feature.name(), found);
                }
            });
            return export;
        });
    }

    /**
     * Forgets what is kept by an e-mail address alone, all or nothing. A customer of that address is to be forgotten beside that.
     *
     * @throws RunningReturnsException if something of it is not finished
     */
    public void anonymise(String email) {
        Deadlocks.triedTwice(() -> transaction.execute(status -> {
            List<String> running = features.stream().flatMap(feature -> feature.runningOf(email).stream()).toList();
            if (!running.isEmpty()) {
                throw new RunningReturnsException(running);
            }
            features.forEach(feature -> feature.anonymise(email));
            return null;
        }));
    }

    /** The files kept of a customer: labels, photos. */
    public List<ReturnDocument> documents(Long customerId) {
        return reading.execute(status -> {
            List<ReturnDocument> found =
                features.stream().flatMap(feature -> feature.documentsOf(customerId).stream()).distinct().toList();
            // Loaded here, since the caller looks at them after the transaction.
            found.forEach(ReturnDocument::getStorageKey);
            return found;
        });
    }

    /**
     * The bytes of one of the files. The caller closes the stream.
     *
     * @throws IOException if the store has lost them or fails
     */
    public InputStream open(ReturnDocument document) throws IOException {
        return documents.open(document);
    }

    /**
     * Forgets a customer, all or nothing: names, addresses, comments, messages, the text of mails, labels and photos go, and
     * the link to the customer is cut. What was returned when and with what outcome stays, and so does the journal, in which
     * the customer has no name any more. Does nothing for a customer of whom nothing is known, so it can be called twice.
     *
     * <p>To be called outside of a transaction: the orders are looked up in one of its own before they are locked. MariaDB goes
     * on showing a transaction what was there at its first read, so a return that somebody takes up again while this waits for
     * the lock would look finished.
     *
     * @throws RunningReturnsException if a return is not finished; it has to be cancelled or decided first
     * @throws ConcurrencyFailureException if something of the customer's changes meanwhile, a mail on its way for instance;
     *     nothing is forgotten then, and it is to be called again
     */
    public void anonymise(Long customerId) {
        List<Long> locked = transaction.execute(status ->
            features.stream().flatMap(feature -> feature.orders(customerId).stream()).distinct().sorted().toList());
        Deadlocks.triedTwice(() -> transaction.execute(status -> {
            orders.lockCustomer(customerId);
            locked.forEach(orders::lock);
            forget(customerId);
            return null;
        }));
        documents.discardReleased();
    }

    private void forget(Long customerId) {
        List<String> running = features.stream().flatMap(feature -> feature.running(customerId).stream()).toList();
        if (!running.isEmpty()) {
            throw new RunningReturnsException(running);
        }
        features.stream().sorted(Comparator.comparing(CustomerRecords::isForgottenLast))
            .forEach(feature -> feature.anonymise(customerId));
    }
}
