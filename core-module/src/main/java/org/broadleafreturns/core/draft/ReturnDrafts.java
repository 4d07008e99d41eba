package org.broadleafreturns.core.draft;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.document.ReturnDocument;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All requests that were begun and not sent. */
interface ReturnDrafts extends Repository<ReturnDraft, Long> {

    ReturnDraft save(ReturnDraft draft);

    void delete(ReturnDraft draft);

    @Query("select d from ReturnDraft d where d.token = :token")
    Optional<ReturnDraft> findByToken(@Param("token") String token);

    @Query("select d.id from ReturnDraft d where d.token = :token")
    Optional<Long> findId(@Param("token") String token);

    @Query("select distinct d.order.id from ReturnDraft d where d.customer.id = :customerId")
    List<Long> findOrderIds(@Param("customerId") Long customerId);

    /** The tokens of a customer's drafts, the one saved last first. */
    @Query("select d.token from ReturnDraft d where d.customer.id = :customerId order by d.savedAt desc, d.id desc")
    List<String> findTokens(@Param("customerId") Long customerId);

    /** The tokens of those for one order, the one saved last first. */
    @Query("select d.token from ReturnDraft d where d.order.id = :orderId and d.customer.id = :customerId"
        + " order by d.savedAt desc, d.id desc")
    List<String> findTokens(@Param("orderId") Long orderId, @Param("customerId") Long customerId, Pageable page);

    @Query("select d from ReturnDraft d where d.customer.id = :customerId order by d.id")
    List<ReturnDraft> findAllByCustomer(@Param("customerId") Long customerId);

    /** In the order in which they were added. */
    @Query("select p from ReturnDraft d join d.photos p where d.id = :id order by p.id")
    List<ReturnDocument> findPhotos(@Param("id") Long id);

    /** The tokens of drafts that nobody has saved since, oldest first. */
    @Query("select d.token from ReturnDraft d where d.savedAt < :before order by d.savedAt, d.id")
    List<String> findTokensSavedBefore(@Param("before") Date before, Pageable page);
}
