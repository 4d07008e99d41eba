package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.request.StatementChannel;

/**
 * What a merchant entered for a refund, and what is made of it: whatever was left out is as it is proposed. All of it is checked here,
 * whoever shows the fields.
 */
final class EnteredRefund {

    /** With it the refund is made; without it, or with anything else, none is. */
    static final String NOW = "now";
    static final String CHOICE = "refund";
    /** What it came to when it was previewed. */
    static final String TOTAL = "refund.total";
    private static final String DELIVERY = "refund.delivery";
    private static final String WEAR = "refund.wear";
    private static final String POSTAGE = "refund.postage";
    private static final String FEE = "refund.fee";
    private static final String REASON = "refund.reason";
    /** What was paid back before. */
    private static final String OTHERWISE = "refund.otherwise";
    private static final String GOODWILL = "refund.goodwill";
    private static final String PAYMENT = "refund.payment.";
    /** Money, or a voucher for all of it. */
    private static final String AS = "refund.as";
    private static final String AS_MONEY = "money";
    private static final String AS_VOUCHER = "voucher";
    private static final String VOUCHER = "refund.voucher";
    private static final String CHANNEL = ".channel";
    /** No order has more payments that can be named. */
    private static final int MOST_PAYMENTS = 20;
    private static final String NUMBER = "[0-9]{1,12}([.,][0-9]{1,5})?";

    private final Map<String, String> inputs;
    private final RefundBasis basis;
    private final RefundSoFar soFar;
    private final LocalDate today;
    private final RefundRules rules;
    private final VoucherTerms vouchers;
    private final Map<Long, Integer> acceptedByItem;
    private final List<Objection> objections = new ArrayList<>();
    private final List<RefundUnits> units = new ArrayList<>();
    private final List<PaidBack> payments = new ArrayList<>();
    private RefundAmounts amounts;
    /** What can be taken off, of these units and of all of the return; and whether some of these units may not count. */
    private BigDecimal bearing = BigDecimal.ZERO;
    private BigDecimal bearingInAll = BigDecimal.ZERO;
    private boolean neverLeft;
    private VoucherAgreement agreement;

    private EnteredRefund(Map<String, String> inputs, List<AcceptedUnits> accepted, RefundBasis basis, RefundSoFar soFar, LocalDate today,
            RefundRules rules, VoucherTerms vouchers) {
        this.inputs = inputs;
        this.basis = basis;
        this.soFar = soFar;
        this.today = today;
        this.rules = rules;
        this.vouchers = vouchers;
        this.acceptedByItem = accepted.stream().collect(Collectors.toMap(AcceptedUnits::orderItemId, AcceptedUnits::accepted,
            Integer::sum));
    }

    /**
     * Reads what was entered.
     *
     * @param accepted what can be refunded at most, line by line
     * @param soFar what bears on deductions and goodwill
     * @param today in the shop's time zone
     * @param rules what the law says of it
     * @param vouchers whether it can be a voucher
     */
    static EnteredRefund read(Map<String, String> inputs, List<AcceptedUnits> accepted, RefundBasis basis, RefundSoFar soFar,
            LocalDate today, RefundRules rules, VoucherTerms vouchers) {
        EnteredRefund entered = new EnteredRefund(inputs, accepted, basis, soFar, today, rules, vouchers);
        accepted.forEach(entered::readUnits);
        entered.readAmounts();
        if (entered.objections.isEmpty()) {
            entered.readWay();
        }
        return entered;
    }

    /** Whether a refund was asked for at all. */
    static boolean isWanted(Map<String, String> inputs) {
        return NOW.equals(inputs.get(CHOICE));
    }

    /** Whether something on top was entered. */
    static boolean hasGoodwill(Map<String, String> inputs) {
        return inputs.containsKey(GOODWILL);
    }

    /** Whether something that is taken off was entered. */
    static boolean hasDeductions(Map<String, String> inputs) {
        return Stream.of(WEAR, POSTAGE, FEE).anyMatch(inputs::containsKey);
    }

    /** The names of all inputs there are for a return of these lines. */
    static Set<String> names(Collection<Long> lineIds) {
        Set<String> names = new HashSet<>(Set.of(CHOICE, TOTAL, DELIVERY, WEAR, POSTAGE, FEE, REASON, OTHERWISE, GOODWILL, AS,
            VOUCHER + MadeElsewhere.AGREEMENT, VOUCHER + MadeElsewhere.PAID_ON, VOUCHER + CHANNEL));
        lineIds.forEach(line -> names.add(ofLine(line)));
        for (int number = 1; number <= MOST_PAYMENTS; number++) {
            String payment = PAYMENT + number;
            Stream.of("", MadeElsewhere.MEANS, MadeElsewhere.REFERENCE, MadeElsewhere.PAID_ON, MadeElsewhere.AGREEMENT)
                .map(payment::concat).forEach(names::add);
        }
        return names;
    }

    static String ofLine(Long lineId) {
        return CHOICE + "[" + lineId + "]";
    }

    private void readUnits(AcceptedUnits line) {
        int most = basis.most(line.lineId(), line.orderItemId(), line.accepted());
        String typed = inputs.get(ofLine(line.lineId()));
        int wanted = typed == null ? most : typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
        if (wanted < 0 || wanted > most) {
            objections.add(Objection.to(ofLine(line.lineId()), "rtn.objection.refund.units", most));
            return;
        }
        units.add(new RefundUnits(line.lineId(), line.orderItemId(), line.article(), most, wanted,
            basis.worth(line.orderItemId(), wanted)));
        readBearing(line, wanted);
    }

    /**
     * Units that have not left the shop, or need not come back, have lost no value and cost no postage. Which of a line's units are
     * refunded first nobody says: those that came.
     */
    private void readBearing(AcceptedUnits line, int wanted) {
        PaidLine paid = basis.money().lines().get(line.orderItemId());
        int shipped = paid == null ? line.accepted()
            : Math.max(0, paid.quantity() - soFar.unshipped().getOrDefault(line.orderItemId(), 0));
        int came = Math.max(0, Math.min(line.accepted() - line.kept(), shipped));
        neverLeft |= wanted > 0 && came < line.accepted();
        bearing = bearing.add(basis.worth(line.orderItemId(), Math.min(wanted, came)));
        if (paid != null && paid.quantity() > 0) {
            bearingInAll = bearingInAll.add(paid.paid().multiply(BigDecimal.valueOf(came))
                .divide(BigDecimal.valueOf(paid.quantity()), basis.digits(), RoundingMode.UP));
        }
    }

    private void readAmounts() {
        BigDecimal goods = units.stream().map(RefundUnits::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal delivery = inputs.containsKey(DELIVERY) ? amount(DELIVERY) : rules.delivery(basis, acceptedByItem);
        BigDecimal wear = amount(WEAR);
        BigDecimal postage = amount(POSTAGE);
        BigDecimal fee = amount(FEE);
        String reason = inputs.get(REASON);
        BigDecimal otherwise = inputs.containsKey(OTHERWISE) ? amount(OTHERWISE)
            : basis.otherwise(goods.add(delivery).subtract(wear).subtract(postage).subtract(fee));
        amounts = new RefundAmounts(goods, delivery, wear, postage, fee, reason, otherwise, amount(GOODWILL));
        if (soFar.contradicted()) {
            objections.add(Objection.to(CHOICE, "rtn.objection.refund.doubtful"));
        }
        if (otherwise.compareTo(basis.paidOtherwise()) > 0) {
            objections.add(Objection.to(OTHERWISE, "rtn.objection.refund.otherwise", basis.amount(basis.paidOtherwise())));
        }
        if (delivery.compareTo(basis.deliveryLeft()) > 0) {
            objections.add(Objection.to(DELIVERY, "rtn.objection.refund.delivery", basis.amount(basis.deliveryLeft())));
        }
        if (rules.withdrawal() && fee.signum() > 0) {
            objections.add(Objection.to(FEE, "rtn.objection.refund.withdrawal.fee"));
        }
        if (rules.withdrawal() && postage.signum() > 0) {
            checkPostage();
        }
        if (reason == null && (wear.signum() > 0 || fee.signum() > 0)) {
            objections.add(Objection.to(REASON, "rtn.objection.refund.reason"));
        }
        if (neverLeft) {
            checkBearing();
        } else if (amounts.deductions().compareTo(goods.add(delivery)) > 0) {
            objections.add(Objection.to(wear.signum() > 0 ? WEAR : postage.signum() > 0 ? POSTAGE : FEE,
                "rtn.objection.refund.deductions", basis.amount(goods.add(delivery))));
        }
        if (amounts.goodwill().signum() > 0 && soFar.unsettled()) {
            objections.add(Objection.to(GOODWILL, "rtn.objection.refund.goodwill"));
        }
        if (objections.isEmpty()) {
            checkTotal();
        }
    }

    /** Directive 2011/83/EU, article 14, paragraph 1: consumers who were told bear what sending back costs. Who has paid that does. */
    private void checkPostage() {
        if (!rules.postageTold()) {
            objections.add(Objection.to(POSTAGE, "rtn.objection.refund.withdrawal.postage"));
        } else if (!soFar.postagePaid()) {
            objections.add(Objection.to(POSTAGE, "rtn.objection.refund.withdrawal.postage.theirs"));
        }
    }

    /** Directive 2011/83/EU, article 14, paragraph 2: a consumer answers for handling goods; these they never had, or keep. */
    private void checkBearing() {
        BigDecimal most = bearing.min(bearingInAll.subtract(soFar.deducted())).max(BigDecimal.ZERO);
        if (amounts.deductions().compareTo(most) > 0) {
            Map.of(WEAR, amounts.wear(), POSTAGE, amounts.postage(), FEE, amounts.fee()).entrySet().stream()
                .filter(taken -> taken.getValue().signum() > 0).map(Map.Entry::getKey)
                .filter(name -> objections.stream().noneMatch(objection -> objection.field().equals(name)))
                .sorted(Comparator.reverseOrder())
                .forEach(name -> objections.add(most.signum() == 0 ? Objection.to(name, "rtn.objection.refund.neverLeft")
                    : Objection.to(name, "rtn.objection.refund.neverLeft.some", basis.amount(most))));
        }
    }

    private void checkTotal() {
        if (amounts.total().signum() <= 0) {
            objections.add(Objection.to(CHOICE, "rtn.objection.refund.nothing"));
        } else if (amounts.total().compareTo(basis.cap()) > 0) {
            objections.add(Objection.to(CHOICE, basis.payments().isEmpty() ? "rtn.objection.refund.noPayment"
                : basis.cap().signum() == 0 ? "rtn.objection.refund.nothingLeft" : "rtn.objection.refund.cap",
                basis.amount(amounts.total()), basis.amount(basis.cap())));
        }
    }

    /** Money unless it is said to be a voucher; whoever wants one in return has chosen neither for the merchant. */
    private void readWay() {
        String as = inputs.get(AS);
        if (AS_VOUCHER.equals(as)) {
            readVoucher();
        } else if (AS_MONEY.equals(as) || as == null && !vouchers.wanted()) {
            readPayments();
        } else {
            objections.add(Objection.to(AS, "rtn.objection.refund.as"));
        }
    }

    private void readVoucher() {
        if (vouchers.currency() == null) {
            objections.add(Objection.to(AS, "rtn.objection.refund.voucher.none"));
        } else if (!vouchers.currency().equals(basis.money().currency())) {
            objections.add(Objection.to(AS, "rtn.objection.refund.voucher.currency", vouchers.currency().getCurrencyCode(),
                basis.money().currency().getCurrencyCode()));
        } else {
            agreement = vouchers.agreed() == null ? typedAgreement() : vouchers.agreed();
        }
    }

    private VoucherAgreement typedAgreement() {
        String text = inputs.get(VOUCHER + MadeElsewhere.AGREEMENT);
        if (text == null) {
            objections.add(Objection.to(VOUCHER + MadeElsewhere.AGREEMENT, "rtn.objection.refund.voucher.agreement"));
        }
        StatementChannel by = Stream.of(StatementChannel.values()).filter(way -> way.name().equals(inputs.get(VOUCHER + CHANNEL)))
            .findFirst().orElse(null);
        if (by == null) {
            objections.add(Objection.to(VOUCHER + CHANNEL, "rtn.objection.refund.voucher.channel"));
        }
        return new VoucherAgreement(text,
            MadeElsewhere.day(inputs, VOUCHER + MadeElsewhere.PAID_ON, today, "rtn.objection.refund.voucher.day", objections), by);
    }

    private void readPayments() {
        boolean typed = basis.payments().stream().anyMatch(payment -> inputs.containsKey(PAYMENT + payment.number()));
        BigDecimal remaining = amounts.total();
        for (PaymentLeft payment : basis.payments()) {
            BigDecimal amount = typed ? amount(PAYMENT + payment.number()) : remaining.min(payment.left());
            remaining = remaining.subtract(amount);
            if (amount.compareTo(payment.left()) > 0) {
                objections.add(Objection.to(PAYMENT + payment.number(), "rtn.objection.refund.payment", basis.amount(payment.left())));
            } else if (amount.signum() > 0) {
                payments.add(new PaidBack(payment, amount, elsewhere(payment)));
            }
        }
        if (objections.isEmpty() && remaining.signum() != 0) {
            objections.add(Objection.to(PAYMENT + basis.payments().get(0).number(), "rtn.objection.refund.sum",
                basis.amount(amounts.total().subtract(remaining)), basis.amount(amounts.total())));
        }
    }

    /** How it was paid back elsewhere; null where the gateway is to be asked. */
    private MadeElsewhere elsewhere(PaymentLeft payment) {
        String name = PAYMENT + payment.number();
        MadeElsewhere elsewhere = MadeElsewhere.read(inputs, name, today, objections);
        if (elsewhere == null && !payment.isThroughGateway()) {
            objections.add(Objection.to(name + MadeElsewhere.MEANS, "rtn.objection.refund.means"));
        }
        return elsewhere;
    }

    /** What is wrong with it is objected to, and nothing then. */
    private BigDecimal amount(String name) {
        String typed = inputs.get(name);
        if (typed == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal amount = typed.matches(NUMBER) ? new BigDecimal(typed.replace(',', '.')) : null;
        if (amount == null) {
            objections.add(Objection.to(name, "rtn.objection.refund.amount"));
            return BigDecimal.ZERO;
        }
        if (amount.stripTrailingZeros().scale() > basis.digits()) {
            objections.add(Objection.to(name, "rtn.objection.refund.digits", basis.digits(), basis.money().currency().getCurrencyCode()));
            return BigDecimal.ZERO;
        }
        return amount;
    }

    /** What stands against it. */
    List<Objection> objections() {
        return objections;
    }

    /** What was reckoned; asked where nothing stands against it. */
    RefundAmounts amounts() {
        return amounts;
    }

    /** Line by line. */
    List<RefundUnits> units() {
        return units;
    }

    /** Payment by payment. */
    List<PaidBack> payments() {
        return payments;
    }

    /** To what the shopper has agreed, where all of it is a voucher; then there are no payments. */
    Optional<VoucherAgreement> voucher() {
        return Optional.ofNullable(agreement);
    }

    RefundBasis basis() {
        return basis;
    }

    /** As it is kept with a preview: what is done then must come to the same. */
    Map<String, String> made() {
        return Map.of(TOTAL, amounts.total().stripTrailingZeros().toPlainString());
    }

    /** Whether it comes to something else than when it was previewed. */
    boolean isOtherThanPreviewed() {
        return inputs.containsKey(TOTAL) && !made().get(TOTAL).equals(inputs.get(TOTAL));
    }
}
