package org.broadleafreturns.core.request;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.platform.OrderKey;
import org.broadleafreturns.core.takeover.AmongCustomers;
import org.broadleafreturns.core.takeover.OrderOwner;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All return requests. */
interface ReturnRequests extends Repository<ReturnRequest, Long>, AmongCustomers {

    /** By what a return's order is locked. */
    String ORDER_KEY =
        "select new org.broadleafreturns.core.platform.OrderKey(o.id, " + OrderOwner.ID + ") from ReturnRequest r join r.order o";

    String REFERENCE =
        "select new org.broadleafreturns.core.request.ReturnReference(r.id, r.number, r.order.id) from ReturnRequest r";

    /** Whose a return is: its order's owner of now, whoever asked for it; of a customer who was forgotten, nobody's. */
    String THEIRS = " " + OrderOwner.ID + " = :customerId and r.customer.id is not null";

    /** All of a customer's, among those of the customers whose orders they can have. */
    String ALL_THEIRS = " o.customer.id in (:customers) and" + THEIRS;

    ReturnRequest save(ReturnRequest request);

    Optional<ReturnRequest> findById(Long id);

    @Query("select r from ReturnRequest r where r.number = :number")
    Optional<ReturnRequest> findByNumber(@Param("number") String number);

    /** For merchants. */
    @Query(ORDER_KEY + " where r.number = :number")
    Optional<OrderKey> findOrderKey(@Param("number") String number);

    @Query(ORDER_KEY + " where r.id = :id")
    Optional<OrderKey> findOrderKeyById(@Param("id") Long id);

    /** The order of a customer's own return: nobody can lock what is somebody else's, nor tell by the wait that it exists. */
    @Query(ORDER_KEY + " where r.number = :number and" + THEIRS)
    Optional<OrderKey> findOrderKeyOfCustomer(@Param("number") String number, @Param("customerId") Long customerId);

    @Query("select r from ReturnRequest r where r.submissionKey = :key")
    Optional<ReturnRequest> findBySubmissionKey(@Param("key") String key);

    /** At most two; {@code key} may be null. */
    @Query("select r from ReturnRequest r where r.submissionKey = :key or r.number = :number")
    List<ReturnRequest> findByKeyOrNumber(@Param("key") String key, @Param("number") String number);

    @Query("select distinct r from ReturnRequest r left join fetch r.label join fetch r.lines l"
        + " where r.order.id = :orderId order by r.submittedAt desc, r.id desc, l.id")
    List<ReturnRequest> findByOrderWithLines(@Param("orderId") Long orderId);

    @Query("select distinct r from ReturnRequest r left join fetch r.label join fetch r.lines l where r.number = :number"
        + " order by l.id")
    List<ReturnRequest> findByNumberWithLines(@Param("number") String number);

    @Query(REFERENCE + " where r.id = :id")
    Optional<ReturnReference> findReferenceById(@Param("id") Long id);

    @Query(REFERENCE + " where r.number = :number")
    Optional<ReturnReference> findReferenceByNumber(@Param("number") String number);

    @Query("select r.version from ReturnRequest r where r.id = :id")
    int findVersion(@Param("id") Long id);

    /** For each line of a return: its identifier and the requested quantity. */
    @Query("select l.id, l.quantityRequested from ReturnLine l where l.request.id = :id"
        + " and l.quantityRequested > 0 order by l.id")
    List<Object[]> findRequestedUnits(@Param("id") Long id);

    /** Identifier and number of some returns. */
    @Query("select r.id, r.number from ReturnRequest r where r.id in (:ids)")
    List<Object[]> findNumbers(@Param("ids") Collection<Long> ids);

    /** None or one; none in the same way whether there is no such return or it is somebody else's. */
    @Query("select distinct r from ReturnRequest r join r.order o left join fetch r.label join fetch r.lines l"
        + " where r.number = :number and" + THEIRS + " order by l.id")
    List<ReturnRequest> findOfCustomerWithLines(@Param("number") String number, @Param("customerId") Long customerId);

    @Query("select distinct r from ReturnRequest r join r.order o left join fetch r.label join fetch r.lines l"
        + " where" + ALL_THEIRS + " order by r.id, l.id")
    List<ReturnRequest> findAllAmongWithLines(@Param("customers") Collection<Long> customers, @Param("customerId") Long customerId);

    default List<ReturnRequest> findAllByCustomerWithLines(Long customerId) {
        return findAllAmongWithLines(customersOf(customerId), customerId);
    }

    /** Newest first. */
    @Query("select distinct r from ReturnRequest r left join fetch r.label join fetch r.lines l where r.id in (:ids)"
        + " order by r.submittedAt desc, r.id desc, l.id")
    List<ReturnRequest> findWithLines(@Param("ids") Collection<Long> ids);

    /** Newest first; none whose order is somebody else's. */
    @Query("select distinct r from ReturnRequest r join r.order o left join fetch r.label join fetch r.lines l"
        + " where o.id = :orderId and" + THEIRS + " order by r.submittedAt desc, r.id desc, l.id")
    List<ReturnRequest> findByOrderOfCustomerWithLines(@Param("orderId") Long orderId, @Param("customerId") Long customerId);

    /** With all that merchants see of the entries. */
    @Query("select distinct r from ReturnRequest r join fetch r.journal j left join fetch j.document left join fetch j.mail"
        + " where r.id in (:ids) order by r.id, j.happenedAt, j.id")
    List<ReturnRequest> findWithJournals(@Param("ids") Collection<Long> ids);

    /** With the entries, but not with what they refer to. */
    @Query("select distinct r from ReturnRequest r join fetch r.journal j where r.id in (:ids)"
        + " order by r.id, j.happenedAt, j.id")
    List<ReturnRequest> findWithStatuses(@Param("ids") Collection<Long> ids);

    @Query("select distinct r from ReturnRequest r left join fetch r.photos where r.id in (:ids) order by r.id")
    List<ReturnRequest> findWithPhotos(@Param("ids") Collection<Long> ids);

    /** The last label of a customer's own return. */
    @Query("select d from ReturnRequest r join r.order o join r.label d where r.number = :number and" + THEIRS)
    Optional<ReturnDocument> findLabelOfCustomer(@Param("number") String number, @Param("customerId") Long customerId);

    @Query("select d from ReturnRequest r join r.order o join r.photos d where r.number = :number and d.id = :document and" + THEIRS)
    Optional<ReturnDocument> findPhotoOfCustomer(@Param("number") String number, @Param("customerId") Long customerId,
        @Param("document") Long document);

    @Query("select d from ReturnRequest r join r.photos d where r.id = :id and d.id = :document")
    Optional<ReturnDocument> findPhoto(@Param("id") Long id, @Param("document") Long document);

    /** A label that a return has or had. */
    @Query("select d from ReturnDocument d where d.id = :document and (exists (select r.id from ReturnRequest r where r.id = :id"
        + " and r.label.id = d.id) or exists (select e.id from JournalEntry e where e.requestId = :id and e.document.id = d.id))")
    Optional<ReturnDocument> findLabel(@Param("id") Long id, @Param("document") Long document);

    @Query(value = "select r from ReturnRequest r join r.order o where" + ALL_THEIRS + " order by r.submittedAt desc, r.id desc",
        countQuery = "select count(r.id) from ReturnRequest r join r.order o where" + ALL_THEIRS)
    Page<ReturnRequest> findAmong(@Param("customers") Collection<Long> customers, @Param("customerId") Long customerId, Pageable page);

    default Page<ReturnRequest> findByCustomer(Long customerId, Pageable page) {
        return findAmong(customersOf(customerId), customerId, page);
    }

    @Query("select count(r.id) from ReturnRequest r join r.order o where" + ALL_THEIRS)
    long countAmong(@Param("customers") Collection<Long> customers, @Param("customerId") Long customerId);

    default long countByCustomer(Long customerId) {
        return countAmong(customersOf(customerId), customerId);
    }

    @Query("select r from ReturnRequest r join r.order o where" + ALL_THEIRS + " order by r.id")
    List<ReturnRequest> findAllAmong(@Param("customers") Collection<Long> customers, @Param("customerId") Long customerId);

    default List<ReturnRequest> findAllByCustomer(Long customerId) {
        return findAllAmong(customersOf(customerId), customerId);
    }

    @Query("select distinct o.id from ReturnRequest r join r.order o where" + ALL_THEIRS + " order by o.id")
    List<Long> findOrderIdsAmong(@Param("customers") Collection<Long> customers, @Param("customerId") Long customerId);

    default List<Long> findOrderIdsByCustomer(Long customerId) {
        return findOrderIdsAmong(customersOf(customerId), customerId);
    }

    /** For every line of every return of an order: the order item's identifier, the return's identifier and status, the
     * requested quantity, and what a decision holds: accepted units and refused ones that stay. */
    @Query("select l.orderItem.id, r.id, r.status, l.quantityRequested, l.quantityAccepted + l.quantityStaying"
        + " from ReturnLine l join l.request r where r.order.id = :orderId")
    List<Object[]> findQuantities(@Param("orderId") Long orderId);

    /** Accepted units by order item, over all returns of an order but one, as decisions that stand have it. */
    @Query("select l.orderItem.id, sum(l.quantityAccepted) from ReturnLine l join l.request r where r.order.id = :orderId"
        + " and r.id <> :leftOut and r.status in ('ACCEPTED', 'PARTIALLY_ACCEPTED') group by l.orderItem.id")
    List<Object[]> sumAccepted(@Param("orderId") Long orderId, @Param("leftOut") Long leftOut);

    /** With what conditions their goods are in. */
    @Query("select distinct l from ReturnLine l left join fetch l.conditions where l.request.id in (:ids)")
    List<ReturnLine> findWithConditions(@Param("ids") Collection<Long> ids);

    @Query("select l.id from ReturnLine l join l.conditions c where c.conditionCode = :code")
    List<Long> findLinesByCondition(@Param("code") String code, Pageable some);

    @Query("select l.id from ReturnLine l where l.refusalReason = :code")
    List<Long> findLinesByRefusalReason(@Param("code") String code, Pageable some);

    @Query("select l.id from ReturnLine l where l.reasonCode = :code")
    List<Long> findLinesByReason(@Param("code") String code, Pageable some);

    @Query("select r.id from ReturnRequest r where r.refundType = :code")
    List<Long> findByRefundType(@Param("code") String code, Pageable some);

    @Query("select r from ReturnRequest r where r.id in (:ids)")
    List<ReturnRequest> findByIds(@Param("ids") Collection<Long> ids);

    /** Identifier, number, order number and the customer's names. */
    @Query("select r.id, r.number, r.orderNumber, r.customerFirstName, r.customerLastName from ReturnRequest r where r.id in (:ids)")
    List<Object[]> findTexts(@Param("ids") Collection<Long> ids);

    /** Identifier, the addresses of owner and order, and whether they have an account, 1 or 0; unless the customer was forgotten. */
    @Query("select r.id, " + OrderOwner.EMAIL + ", o.emailAddress, " + OrderOwner.HAS_ACCOUNT + " from ReturnRequest r join r.order o join o.customer c"
        + " where r.id in (:ids) and r.customer.id is not null")
    List<Object[]> findAddresses(@Param("ids") Collection<Long> ids);

    /** The customer's names as they were, the language's tag, the customer's identifier, which is null once they were forgotten,
     * and the addresses of owner and order. */
    @Query("select r.customerFirstName, r.customerLastName, r.languageTag, r.customer.id, " + OrderOwner.EMAIL + ", o.emailAddress"
        + " from ReturnRequest r join r.order o left join o.customer c where r.id = :id")
    List<Object[]> findCustomer(@Param("id") Long id);

    @Query("select c from CustomerImpl c where c.id = :id")
    Optional<Customer> findOwner(@Param("id") Long id);

    /** 1 if a return's order still is the customer's who has asked for it, else 0. */
    @Query("select count(r) from ReturnRequest r join r.order o where r.id = :id and r.customer.id = " + OrderOwner.ID)
    long countOwnedByAsker(@Param("id") Long id);

    /** The addresses of an order and its owner; either may be null. */
    @Query("select " + OrderOwner.EMAIL + ", o.emailAddress from OrderImpl o left join o.customer c where o.id = :order")
    List<Object[]> findAddressesOfOrder(@Param("order") Long order);

    /** For each line: the return's identifier, the order item's, the article's name. */
    @Query("select l.request.id, l.orderItemId, l.articleName from ReturnLine l where l.request.id in (:ids)"
        + " and l.quantityRequested > 0")
    List<Object[]> findArticles(@Param("ids") Collection<Long> ids);

    /** Unless it waits for somebody already. */
    @Modifying
    @Query("update ReturnRequest r set r.attentionAt = :when where r.id = :id and r.attentionAt is null")
    void noteAttention(@Param("id") Long id, @Param("when") Date when);

    /** Unless it waits for somebody because of its status. */
    @Modifying
    @Query("update ReturnRequest r set r.attentionAt = null where r.id = :id and r.status not in ('REQUESTED', 'RECEIVED')")
    void endAttention(@Param("id") Long id);

    /** The same for several orders, with the order's identifier at the end. */
    @Query("select l.orderItem.id, r.id, r.status, l.quantityRequested, l.quantityAccepted + l.quantityStaying, r.order.id"
        + " from ReturnLine l join l.request r where r.order.id in (:orderIds)")
    List<Object[]> findQuantities(@Param("orderIds") List<Long> orderIds);
}
