package org.broadleafreturns.core.withdrawal;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.broadleafreturns.core.platform.PlacedOrder;
import org.broadleafreturns.core.platform.PlacedOrders;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Which order a statement is taken to be about, and what follows from that: of an order, each statement but the first one is a second one.
 * So that it stays like that, whoever lets a statement be about an order has locked that one, and the one that it was about before. All
 * methods take part in the caller's transaction.
 */
class OrdersOfStatements {

    private final WithdrawalStatements statements;
    private final PlacedOrders placed;
    private final ShopOrders orders;
    private final WithdrawalAssessment assessment;

    OrdersOfStatements(WithdrawalStatements statements, PlacedOrders placed, ShopOrders orders, WithdrawalAssessment assessment) {
        this.statements = statements;
        this.placed = placed;
        this.orders = orders;
        this.assessment = assessment;
    }

    /** The order whose number somebody has typed. */
    Optional<PlacedOrder> findTyped(String number) {
        return placed.findTyped(number);
    }

    /** Locks orders in the sequence in which everybody does. */
    void lock(Collection<Long> some) {
        some.stream().distinct().sorted().forEach(orders::lock);
    }

    /** Those of some orders that the platform has not deleted: others are nobody's to lock. */
    Collection<Long> present(Collection<Long> some) {
        return orders.statesOf(some).keySet();
    }

    /**
     * What the shop's count says now of a statement; empty if nobody knows its order, or the platform has deleted it.
     *
     * @param counted whether it is asked; not if that has failed
     * @throws CountFailedException if it fails
     */
    Optional<WithdrawalFindings> findings(WithdrawalStatement statement, WithdrawalContent content, Locale reader, boolean counted) {
        return Optional.ofNullable(statement.getOrderId()).flatMap(placed::find)
            .map(order -> findings(statement, order, content, reader, counted));
    }

    private WithdrawalFindings findings(WithdrawalStatement statement, PlacedOrder order, WithdrawalContent content, Locale reader,
            boolean counted) {
        boolean second = firstOther(statement, order.id()).filter(other -> other < statement.getId()).isPresent();
        if (!counted) {
            return WithdrawalFindings.uncounted(second);
        }
        try {
            return assessment.of(order, statement, content, second, reader);
        } catch (ConcurrencyFailureException passing) {
            throw passing;
        } catch (RuntimeException failed) {
            throw new CountFailedException(statement.getNumber(), failed);
        }
    }

    /** The same of a statement that comes to be about an order, of which it may be the first one. */
    WithdrawalFindings join(WithdrawalStatement statement, PlacedOrder order, WithdrawalContent content, boolean counted) {
        firstOther(statement, order.id()).filter(other -> other > statement.getId()).flatMap(statements::findById)
            .ifPresent(later -> later.flag(WithdrawalFlag.SECOND));
        return findings(statement, order, content, statement.getLanguage(), counted);
    }

    /** A statement is about its order no longer: what was the second one may be the first one now. */
    void leave(WithdrawalStatement statement) {
        firstOther(statement, statement.getOrderId()).flatMap(statements::findById)
            .ifPresent(first -> first.unflag(WithdrawalFlag.SECOND));
    }

    private Optional<Long> firstOther(WithdrawalStatement statement, Long order) {
        return Optional.ofNullable(statements.findFirstOther(order, statement.getId()));
    }
}
