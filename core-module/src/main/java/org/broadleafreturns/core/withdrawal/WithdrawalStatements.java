package org.broadleafreturns.core.withdrawal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.takeover.AmongCustomers;
import org.broadleafreturns.core.takeover.OrderOwner;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All statements of withdrawal. */
interface WithdrawalStatements extends Repository<WithdrawalStatement, Long>, AmongCustomers {

    /** Whose order a statement is about, as returns know it too; of a customer who was forgotten, nobody's. */
    String THEIRS = " from WithdrawalStatement w, OrderImpl o where o.id = w.orderId and o.customer.id in (:customers) and "
        + OrderOwner.ID + " = :customer and w.customerId is not null";

    WithdrawalStatement save(WithdrawalStatement statement);

    Optional<WithdrawalStatement> findById(Long id);

    @Query("select w from WithdrawalStatement w where w.pageKey = :key")
    Optional<WithdrawalStatement> findByPageKey(@Param("key") String key);

    @Query("select w from WithdrawalStatement w where w.number = :number")
    Optional<WithdrawalStatement> findByNumber(@Param("number") String number);

    /**
     * The statement whose number somebody has typed.
     *
     * @throws ReturnNotFoundException if there is none
     */
    default WithdrawalStatement named(String typed) {
        return WithdrawalNumber.parse(typed).flatMap(this::findByNumber).orElseThrow(ReturnNotFoundException::new);
    }

    /** What was stated last first. */
    @Query("select w from WithdrawalStatement w where w.id in (:ids) order by w.statedUtc desc, w.id desc")
    List<WithdrawalStatement> findByIds(@Param("ids") Collection<Long> ids);

    /** Those that a return follows and with which merchants are done, the first one first. */
    @Query("select w from WithdrawalStatement w, WithdrawalReturn r where r.key.requestId = :request and w.id = r.key.withdrawalId"
        + " and w.handledUtc is not null order by w.id")
    List<WithdrawalStatement> findHandledOfReturn(@Param("request") Long request);

    @Query("select m from OutgoingMail m where m.id = :id")
    Optional<OutgoingMail> findMail(@Param("id") Long id);

    /** What became of mails: identifier, and what a report has of it. */
    @Query("select m.id, m.state, m.recipient, m.failure, m.lastError from OutgoingMail m where m.id in (:ids)")
    List<Object[]> findReports(@Param("ids") Collection<Long> ids);

    /** The order that a statement is about, if one is known. */
    @Query("select w.orderId from WithdrawalStatement w where w.number = :number")
    Optional<Long> findOrderOf(@Param("number") String number);

    /** The first one of an order beside one; null if there is none. */
    @Query("select min(w.id) from WithdrawalStatement w where w.orderId = :order and w.id <> :one")
    Long findFirstOther(@Param("order") Long order, @Param("one") Long one);

    /** The numbers of those of an order beside one, the first one first. */
    @Query("select w.number from WithdrawalStatement w where w.orderId = :order and w.id <> :one order by w.id")
    List<String> findNumbersOfOthers(@Param("order") Long order, @Param("one") Long one, Pageable some);

    /** How many to an address were acknowledged since a moment, of those whose order is known, or of the others. */
    @Query("select count(w) from WithdrawalStatement w where w.addressKey = :key and w.acknowledgedUtc >= :since and w.orderId is not null")
    long countAcknowledgedOfOrders(@Param("key") String addressKey, @Param("since") String since);

    @Query("select count(w) from WithdrawalStatement w where w.addressKey = :key and w.acknowledgedUtc >= :since and w.orderId is null")
    long countAcknowledgedOfNone(@Param("key") String addressKey, @Param("since") String since);

    @Query("select count(w) from WithdrawalStatement w where w.networkKey = :key and w.acknowledgedUtc >= :since and w.orderId is null")
    long countOfNetwork(@Param("key") String networkKey, @Param("since") String since);

    /** Some of those that were recorded since a moment. */
    @Query("select w.id from WithdrawalStatement w where w.recordedUtc >= :since")
    List<Long> findRecorded(@Param("since") String since, Pageable some);

    /** The first one to an address; null if there is none. */
    @Query("select min(w.id) from WithdrawalStatement w where w.addressKey = :key")
    Long findFirstOfAddress(@Param("key") String addressKey);

    /** Of which an acknowledgement goes to an address, by its key. */
    @Query("select w from WithdrawalStatement w where w.addressKey = :key order by w.id")
    List<WithdrawalStatement> findOfAddress(@Param("key") String addressKey);

    @Query("select w from WithdrawalStatement w where w.customerId = :customer")
    List<WithdrawalStatement> findNoted(@Param("customer") Long customer);

    @Query("select w" + THEIRS)
    List<WithdrawalStatement> findTheirs(@Param("customer") Long customer, @Param("customers") Collection<Long> among);

    /**
     * All of a customer, the first one first: what was found to be theirs when it was compared, and what is about their orders of now. In
     * two queries, each of which databases have an index for.
     */
    default List<WithdrawalStatement> findOfCustomer(Long customer) {
        return Stream.concat(findNoted(customer).stream(), findTheirs(customer, customersOf(customer)).stream()).distinct()
            .sorted(Comparator.comparing(WithdrawalStatement::getId)).toList();
    }

    @Query("select distinct o.id from WithdrawalStatement w, OrderImpl o where o.id = w.orderId and w.customerId = :customer")
    List<Long> findNotedOrders(@Param("customer") Long customer);

    @Query("select distinct o.id" + THEIRS)
    List<Long> findTheirOrders(@Param("customer") Long customer, @Param("customers") Collection<Long> among);

    /** The orders that all of a customer are about, but for those that the platform has deleted. */
    default List<Long> findOrdersOfCustomer(Long customer) {
        return Stream.concat(findNotedOrders(customer).stream(), findTheirOrders(customer, customersOf(customer)).stream()).distinct()
            .toList();
    }
}
