package org.broadleafreturns.core.request.sequence;

import java.io.Serializable;
import java.util.List;
import org.broadleafreturns.core.request.ReturnStatus;

/**
 * Something that a shopper or merchant does. Items are named by their place in the order, and those beyond it are none of its
 * items; returns and previews by any number, modulo how many there are.
 */
sealed interface Command extends Serializable {

    /** @param key 0 for none */
    record Submit(List<Pick> picks, int key, boolean stranger) implements Command {
    }

    /** A merchant asks for the customer. */
    record Create(List<Pick> picks, int key, String ground, boolean confirm, boolean chief) implements Command {
    }

    record Pick(int item, int quantity) implements Serializable {
    }

    /** The shopper calls a return off. */
    record Cancel(int which, boolean stale, boolean stranger) implements Command {
    }

    /** @param foreignLine whether units of another return's line are accepted with it */
    record Preview(int which, ReturnStatus to, List<Integer> accepted, boolean foreignLine, String note, Label label,
            boolean stale, boolean chief, Goods goods) implements Command {
    }

    /**
     * What is said of goods, by the place of the line.
     *
     * @param said whether what has come is named at all
     * @param condition of all that has come; null for none
     * @param reason for whatever is refused, or null
     * @param sellable units that can be sold again; null for a line of which nothing is said
     * @param foreign whether something is said of another return's line
     */
    record Goods(boolean said, List<Integer> arrived, String condition, List<Integer> kept, List<Integer> staying, String reason,
            List<Integer> sellable, boolean foreign) implements Serializable {
    }

    /** @param foreign whether it is another merchant's preview */
    record Apply(int howOld, boolean mail, boolean foreign) implements Command {
    }

    /** A change that nobody has previewed, by a merchant or by the system, which takes no decision back. */
    record Direct(int which, ReturnStatus to, List<Integer> accepted, String note, Label label, boolean mail, boolean stale, Doer doer,
            Goods goods) implements Command {
    }

    /**
     * A merchant puts a return right, or the system does. Lines are named by their place; null leaves what is there.
     *
     * @param condition of all that is said to be received; null for none
     * @param goneReason whether the reason is changed to one that is not on offer
     * @param foreignLine whether another return's line is named, too
     * @param previewed whether it is previewed before; the system does so never
     */
    record Correct(int which, List<Integer> requested, List<Integer> received, String condition, boolean goneReason, List<Pick> added,
            String note, boolean foreignLine, boolean stale, boolean previewed, boolean mail, Doer doer) implements Command {
    }

    /** Who gives a command. */
    enum Doer { MERCHANT, CHIEF, SYSTEM }

    /**
     * A merchant takes the next step with a return, as merchants do: one that is allowed, previewed and confirmed.
     *
     * @param choice among the steps that there are
     */
    record Proceed(int which, int choice, boolean mail) implements Command {
    }

    /** The shop sells units of an item's article, as many as there are at most. */
    record Sell(int item, int units) implements Command {
    }

    /**
     * Two who do not wait for each other.
     *
     * @param inTransactions whether each has begun a transaction before, as an integrator's code may have
     */
    record AtOnce(Command first, Command second, boolean inTransactions) implements Command {
    }

    /** What comes with a change of status. */
    enum Label { NONE, PDF, WEB_PAGE }
}
