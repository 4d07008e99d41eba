package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.refund.RefundProposal;
import org.broadleafreturns.core.refund.RefundService;
import org.broadleafreturns.core.refund.RefundState;
import org.broadleafreturns.core.refund.RefundView;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever merchants do with the returns of one order, in any sequence: decisions with a refund and without, refunds alone, that are
 * paid, refused or unknown, what they say of these, what they try again, and decisions that are taken back. What must hold is looked at
 * after each, in the tables.
 */
final class RefundSequence {

    /** What the demo's gateway makes of them: paid, declined, unknown. */
    private static final List<String> CENTS = List.of(".10", ".20", ".30", ".01", ".01", ".02", ".04", ".05", ".06");

    private final ConfigurableApplicationContext backOffice;
    private final Actor merchant;
    private final List<String> returns;
    private final Random random;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Long order;

    /** @param returns of one order that was paid through the demo's gateway */
    RefundSequence(ConfigurableApplicationContext backOffice, Actor merchant, List<String> returns, long seed) {
        this.backOffice = backOffice;
        this.merchant = merchant;
        this.returns = returns;
        this.random = new Random(seed);
        this.sql = new JdbcTemplate(backOffice.getBean("webDS", DataSource.class));
        this.transaction = new TransactionTemplate(backOffice.getBean("blTransactionManager", PlatformTransactionManager.class));
        this.order = request(returns.get(0)).getOrderId();
    }

    /**
     * Gives so many commands.
     *
     * @return how many were done and not refused
     */
    int run(int commands) {
        int done = 0;
        for (int i = 0; i < commands; i++) {
            if (isDone(any(returns))) {
                done++;
            }
            booksAreRight();
        }
        refundTheRest();
        return done;
    }

    private boolean isDone(String number) {
        try {
            command(number);
            return true;
        } catch (ReturnRefusedException | StaleReturnException e) {
            return false;
        }
    }

    private void command(String number) {
        switch (random.nextInt(8)) {
            case 0 -> decide(number, ReturnStatus.ACCEPTED, Map.of());
            case 1, 2 -> decide(number, random.nextBoolean() ? ReturnStatus.ACCEPTED : ReturnStatus.PARTIALLY_ACCEPTED,
                amounts(number, false));
            case 3, 4 -> refund(number, amounts(number, true));
            case 5 -> decide(number, ReturnStatus.RECEIVED, Map.of());
            case 6 -> parts(number, RefundState.UNKNOWN).forEach(part -> service().say(number, part, random.nextBoolean(), merchant));
            default -> parts(number, RefundState.FAILED).forEach(part -> service().tryAgain(number, part, merchant));
        }
    }

    /** Some units, and so much on top that the gateway does what is wanted. */
    private Map<String, String> amounts(String number, boolean decided) {
        RefundProposal.Line line = proposal(number, decided).lines().get(0);
        int units = line.most() == 0 ? 0 : random.nextInt(line.most() + 1);
        BigDecimal worth = new BigDecimal(line.worths().get(units));
        BigDecimal total = worth.setScale(0, RoundingMode.UP).add(new BigDecimal(any(CENTS)));
        Map<String, String> inputs = new HashMap<>(Map.of("refund", "now", "refund[" + line.id() + "]", Integer.toString(units),
            "refund.goodwill", total.subtract(worth).toPlainString()));
        if (random.nextInt(3) == 0) {
            inputs.remove("refund.goodwill");
        }
        return inputs;
    }

    private void decide(String number, ReturnStatus to, Map<String, String> inputs) {
        ReturnRequest now = request(number);
        Map<String, String> all = new HashMap<>(inputs);
        Map<Long, Integer> accepted = new HashMap<>();
        if (to == ReturnStatus.PARTIALLY_ACCEPTED) {
            all.putAll(TestShop.reasons(to));
            now.getLines().forEach(line -> accepted.put(line.getId(), random.nextInt(line.getQuantityRequested() + 1)));
        }
        StatusChangeService changes = backOffice.getBean(StatusChangeService.class);
        String token = changes.preview(new StatusChange(number, now.getVersion(), to, null, "Looked again", accepted, null, all), merchant)
            .getToken();
        changes.apply(token, false, merchant);
    }

    private void refund(String number, Map<String, String> inputs) {
        FeatureSteps.Kept kept = new FeatureSteps.Kept(number, request(number).getVersion(), inputs, null);
        service().apply(number, service().preview(kept, merchant).getToken(), false, merchant);
    }

    private void booksAreRight() {
        BigDecimal captured = sum("SELECT SUM(T.TRANSACTION_AMOUNT) FROM BLC_ORDER_PAYMENT P JOIN BLC_ORDER_PAYMENT_TRANSACTION T"
            + " ON T.ORDER_PAYMENT = P.ORDER_PAYMENT_ID WHERE P.ORDER_ID = ? AND T.TRANSACTION_TYPE = 'AUTHORIZE_AND_CAPTURE'");
        assertThat(sum("SELECT SUM(AMOUNT) FROM RTN_REFUND_PAYMENT WHERE ORDER_ID = ? AND STATE <> 'FAILED'"))
            .isLessThanOrEqualTo(captured);
        BigDecimal done = sum("SELECT SUM(AMOUNT) FROM RTN_REFUND_PAYMENT WHERE ORDER_ID = ? AND STATE = 'DONE'");
        assertThat(sum("SELECT SUM(DONE_AMOUNT) FROM RTN_REFUND WHERE ORDER_ID = ?")).isEqualByComparingTo(done);
        assertThat(sum("SELECT SUM(T.TRANSACTION_AMOUNT) FROM BLC_ORDER_PAYMENT P JOIN BLC_ORDER_PAYMENT_TRANSACTION T"
            + " ON T.ORDER_PAYMENT = P.ORDER_PAYMENT_ID WHERE P.ORDER_ID = ? AND T.TRANSACTION_TYPE = 'REFUND'"))
            .isEqualByComparingTo(done);
        assertThat(sql.queryForList("SELECT R.REFUND_ID FROM RTN_REFUND R JOIN RTN_REFUND_PAYMENT P ON P.REFUND_ID = R.REFUND_ID"
            + " WHERE R.ORDER_ID = ? GROUP BY R.REFUND_ID, R.IN_FORCE HAVING SUM(CASE WHEN P.STATE <> 'FAILED' THEN 1 ELSE 0 END) > 0"
            + " AND R.IN_FORCE = FALSE OR SUM(CASE WHEN P.STATE <> 'FAILED' THEN 1 ELSE 0 END) = 0 AND R.IN_FORCE = TRUE",
            order)).isEmpty();
        assertThat(sql.queryForList("SELECT L.LINE_ID FROM RTN_REFUND_LINE L JOIN RTN_REFUND R ON R.REFUND_ID = L.REFUND_ID"
            + " JOIN RTN_LINE N ON N.LINE_ID = L.LINE_ID JOIN RTN_REQUEST Q ON Q.REQUEST_ID = R.REQUEST_ID WHERE R.ORDER_ID = ?"
            + " AND R.IN_FORCE = TRUE GROUP BY L.LINE_ID, N.QUANTITY_ACCEPTED, N.QUANTITY_REQUESTED, Q.STATUS HAVING SUM(L.UNITS) >"
            + " CASE WHEN Q.STATUS IN ('ACCEPTED', 'PARTIALLY_ACCEPTED') THEN N.QUANTITY_ACCEPTED ELSE N.QUANTITY_REQUESTED END",
            order)).isEmpty();
        paid().forEach((item, paid) -> assertThat(worth(item)).isLessThanOrEqualTo(paid));
    }

    /** Settles all that is open, accepts and refunds what is left: it comes to what was paid. */
    private void refundTheRest() {
        for (String number : returns) {
            parts(number, RefundState.UNKNOWN).forEach(part -> service().say(number, part, false, merchant));
            if (request(number).getStatus().isDecision()) {
                decide(number, ReturnStatus.RECEIVED, Map.of());
            }
            decide(number, ReturnStatus.ACCEPTED, Map.of());
        }
        boolean enough = true;
        for (String number : returns) {
            enough &= proposal(number, true).lines().get(0).most() == 0 || isRefunded(number);
        }
        booksAreRight();
        if (enough) {
            paid().forEach((item, paid) -> {
                if (worth(item).signum() > 0) {
                    assertThat(worth(item)).isEqualByComparingTo(paid);
                }
            });
        }
    }

    /** Not where goodwill has used up what was captured, or where the gateway declines. */
    private boolean isRefunded(String number) {
        try {
            refund(number, Map.of());
            return views(number).stream().reduce((one, next) -> next).orElseThrow().state() == RefundState.DONE;
        } catch (ReturnRefusedException e) {
            return false;
        }
    }

    private Map<Long, BigDecimal> paid() {
        return transaction.execute(status -> {
            Map<Long, BigDecimal> paid = new HashMap<>();
            backOffice.getBean(ShopMoney.class).of(order).orElseThrow().lines().forEach((item, line) -> paid.put(item, line.paid()));
            return paid;
        });
    }

    private BigDecimal worth(Long item) {
        return sql.queryForObject("SELECT COALESCE(SUM(L.AMOUNT), 0) FROM RTN_REFUND_LINE L JOIN RTN_REFUND R ON R.REFUND_ID = L.REFUND_ID"
            + " WHERE L.ORDER_ITEM_ID = ? AND R.IN_FORCE = TRUE", BigDecimal.class, item);
    }

    private BigDecimal sum(String query) {
        BigDecimal sum = sql.queryForObject(query, BigDecimal.class, order);
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private RefundProposal proposal(String number, boolean decided) {
        return transaction.execute(status -> backOffice.getBean(RefundViews.class).proposal(backOffice.getBean(ReturnViews.class)
            .shown(ReturnReference.to(request(number)), Locale.ENGLISH).orElseThrow(), decided).orElseThrow());
    }

    private List<RefundView> views(String number) {
        Long id = request(number).getId();
        return backOffice.getBean(RefundViews.class).of(Set.of(id)).getOrDefault(id, List.of());
    }

    private List<Long> parts(String number, RefundState state) {
        return new ArrayList<>(views(number).stream().flatMap(refund -> refund.payments().stream()).filter(part -> part.state() == state)
            .map(RefundView.Part::id).toList());
    }

    private ReturnRequest request(String number) {
        return transaction.execute(status -> {
            ReturnRequest found = backOffice.getBean(ReturnLookup.class).byNumber(number).orElseThrow();
            found.getLines().size();
            return found;
        });
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private RefundService service() {
        return backOffice.getBean(RefundService.class);
    }
}
