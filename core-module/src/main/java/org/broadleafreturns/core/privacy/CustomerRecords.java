package org.broadleafreturns.core.privacy;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** What one feature keeps of customers. All methods take part in the caller's transaction. */
@ForIntegrators
public interface CustomerRecords {

    /** Under which name the records are exported, for instance {@code returns}. */
    String name();

    /**
     * Everything kept of a customer, in a form that any JSON library can write: maps, lists, strings, numbers, booleans and
     * nulls. Times are in UTC, as in ISO 8601.
     */
    List<Map<String, Object>> of(Long customerId);

    /** The files kept of a customer. */
    List<ReturnDocument> documentsOf(Long customerId);

    /** The identifiers of the orders that have to be locked so that nobody changes these records meanwhile. */
    default List<Long> orders(Long customerId) {
        return List.of();
    }

    /** The numbers of what is not finished, for which the shop still needs to know the customer. */
    List<String> running(Long customerId);

    /**
     * Whether other features find what they keep of a customer by these records, which therefore let go of the customer after all
     * others, in whatever order the beans come.
     */
    default boolean isForgottenLast() {
        return false;
    }

    /** Makes the records tell nothing of the customer any more. Called only when nothing is running. */
    void anonymise(Long customerId);

    /**
     * What is kept of people by their e-mail address alone, who need not be customers; as above. What is found by a customer too may be
     * among it.
     */
    default List<Map<String, Object>> ofAddress(String email) {
        return List.of();
    }

    /** The numbers of what is not finished of those. */
    default List<String> runningOf(String email) {
        return List.of();
    }

    /** Makes those tell nothing of anybody any more. Called only when nothing is running. */
    default void anonymise(String email) {
    }

    /** A file among exported records. Its bytes are to be had from {@link PersonalRecords#open}. */
    static Map<String, Object> described(ReturnDocument document) {
        return described(document.getFileName(), document.getContentType(), document.getSize());
    }

    /**
     * The same of one that only its values are known of.
     *
     * @param size in bytes
     */
    static Map<String, Object> described(String fileName, String contentType, long size) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", fileName);
        record.put("type", contentType);
        record.put("size", size);
        return record;
    }

    /** A time among exported records; null for null. Persistence gives dates of a kind that cannot be asked for their instant. */
    static String time(Date date) {
        return date == null ? null : new Date(date.getTime()).toInstant().toString();
    }
}
