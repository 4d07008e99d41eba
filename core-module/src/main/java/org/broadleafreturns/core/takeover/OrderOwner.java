package org.broadleafreturns.core.takeover;

/**
 * Whose an order is, in queries in which the order is called {@code o}: whoever has taken it over, as long as it still is that customer's
 * from whom they have; otherwise the platform's own. All queries say it in these words.
 */
public final class OrderOwner {

    private static final String TAKEN = " t.orderId = o.id and t.fromCustomerId = o.customer.id";

    /** The owner's identifier. */
    public static final String ID = "coalesce((select t.customerId from TakenOrder t where" + TAKEN + "), o.customer.id)";

    /** The owner's address; the order's customer of the platform's is called {@code c}. */
    public static final String EMAIL = "coalesce((select k.emailAddress from TakenOrder t, CustomerImpl k where" + TAKEN
        + " and k.id = t.customerId), c.emailAddress)";

    /** 1 if the owner has an account, else 0; as above. Nobody takes an order over without one. */
    public static final String HAS_ACCOUNT =
        "case when c.registered = true or exists (select t.orderId from TakenOrder t where" + TAKEN + ") then 1 else 0 end";

    /**
     * The customers from whom {@code :customer} has taken orders. Orders are looked for among those of these customers and their own
     * before it is asked whose they are, since databases find them by an index.
     */
    public static final String TAKEN_FROM = "select distinct t.fromCustomerId from TakenOrder t where t.customerId = :customer";

    private OrderOwner() {
    }
}
