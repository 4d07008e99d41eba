package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.broadleafreturns.core.platform.PricedLines.Delivered;
import org.junit.jupiter.api.Test;

/** What was paid for lines, by tables made by hand. */
class PricedLinesUnitTests {

    private static final long ONE = 1;
    private static final long OTHER = 2;
    private static final long SET = 3;

    /** 3 × 20.00 with ten in a hundred off the item, 10.00 off the order of which it bears 5.40, and a tax of 5.98. */
    @Test
    void itemAndOrderDiscountAndTaxMakeWhatWasPaid() {
        PricedItem item = item(ONE, 3, "18.00", "20.00", null);

        PaidLine line = line(2, item, delivered(3, "54.00", "5.40", "5.98"));

        assertThat(line).isEqualTo(new PaidLine(ONE, 3, amount("60.00"), amount("11.40"), amount("5.98")));
        assertThat(line.paid()).isEqualTo(amount("54.58"));
    }

    /** A lower price of the catalogue is a price, no discount. */
    @Test
    void aSalePriceIsThePrice() {
        assertThat(line(2, item(ONE, 2, "15.00", "20.00", "15.00"),
            delivered(2, "30.00", "0", "0"))).isEqualTo(new PaidLine(ONE, 2, amount("30.00"), amount("0.00"), amount("0.00")));
    }

    @Test
    void severalAddressesAreOneLine() {
        PricedItem item = item(ONE, 3, "10.00", "10.00", null);

        PaidLine line = line(2, item, delivered(1, "10.00", "0.33", "1.93").and(delivered(2, "20.00", "0.67", "3.87")));

        assertThat(line).isEqualTo(new PaidLine(ONE, 3, amount("30.00"), amount("1.00"), amount("5.80")));
    }

    @Test
    void yenAndDinarsKeepTheirDigits() {
        assertThat(line(0, item(ONE, 3, "333.00000", "333", null), delivered(3, "999.00000", "100.00", "90.00000")))
            .isEqualTo(new PaidLine(ONE, 3, amount("999"), amount("100"), amount("90")));
        assertThat(line(3, item(ONE, 2, "1.25500", "1.255", null), delivered(2, "2.51000", "0.10", "0.12100")))
            .isEqualTo(new PaidLine(ONE, 2, amount("2.510"), amount("0.100"), amount("0.121")));
    }

    /** An order that was imported has no fulfilment groups, or nothing in them. */
    @Test
    void whatNoGroupSaysTheItemDoes() {
        PricedItem item = item(ONE, 3, "6.67", null, null);

        assertThat(line(2, item, Delivered.NONE).paid()).isEqualTo(amount("20.01"));
        assertThat(line(2, item, new Delivered(3, null, amount("1.00"), amount("2.00"))))
            .isEqualTo(new PaidLine(ONE, 3, amount("20.01"), amount("1.00"), amount("2.00")));
        assertThat(line(2, item(ONE, 2, null, "8.00", "7.50"), Delivered.NONE).paid()).isEqualTo(amount("15.00"));
        assertThat(line(2, item(ONE, 2, null, null, null), Delivered.NONE).paid()).isEqualTo(amount("0.00"));
    }

    /** A group that has some of the units says nothing of the others. */
    @Test
    void whereGroupsHaveFewerUnitsTheItemCounts() {
        assertThat(line(2, item(ONE, 4, "5.00", "5.00", null), delivered(3, "15.00", "0", "0")).paid()).isEqualTo(amount("20.00"));
    }

    /** One of three at half the price: 10 + 10 + 5 = 25, of which the price of one, 8.33, is no more than a hint. */
    @Test
    void theRoundedPriceOfOneUnitCostsNoCent() {
        PricedLines lines = new PricedLines(Map.of(OTHER, delivered(7, "9.99", "0", "0")), 2);
        lines.add(item(OTHER, 7, "1.43", "1.43", null));
        lines.add(item(ONE, 3, "8.33", "10.00", null));

        assertThat(lines.lines(amount("34.99"))).containsEntry(ONE,
            new PaidLine(ONE, 3, amount("30.00"), amount("5.00"), amount("0.00")));
        assertThat(lines.lines(amount("34.99")).get(OTHER).paid()).isEqualTo(amount("9.99"));
    }

    @Test
    void theSubtotalCorrectsNoMoreThanRounding() {
        PricedLines lines = new PricedLines(Map.of(), 2);
        lines.add(item(ONE, 3, "8.33", "10.00", null));

        assertThat(lines.lines(amount("26.00")).get(ONE).paid()).isEqualTo(amount("24.99"));
        assertThat(lines.lines(null).get(ONE).paid()).isEqualTo(amount("24.99"));
    }

    @Test
    void whatWasRoundedOffSeveralSetsGoesToThem() {
        PricedLines lines = new PricedLines(Map.of(), 2);
        lines.add(item(SET, 2, "5.00", null, null), List.of(item(ONE, 1, "5.00", "5.00", null)));
        lines.add(item(SET + 1, 4, "5.00", null, null), List.of(item(OTHER, 1, "5.00", "5.00", null)));

        assertThat(sum(lines.lines(amount("29.97")))).isEqualTo(amount("29.97"));
        assertThat(sum(lines.lines(amount("30.03")))).isEqualTo(amount("30.03"));
    }

    /** By what the units would have cost; a price above that is no discount below nothing. */
    @Test
    void anOverriddenPriceIsADiscountOrNone() {
        assertThat(line(2, item(ONE, 3, "4.00", "10.00", null), Delivered.NONE))
            .isEqualTo(new PaidLine(ONE, 3, amount("30.00"), amount("18.00"), amount("0.00")));
        assertThat(line(2, item(ONE, 3, "14.00", "10.00", null), Delivered.NONE))
            .isEqualTo(new PaidLine(ONE, 3, amount("42.00"), amount("0.00"), amount("0.00")));
    }

    /** Two of the parts at 8.00 instead of 10.00, the other at its price. */
    @Test
    void aPartsOwnDiscountStaysWithIt() {
        Map<Long, PaidLine> lines = set(2, item(SET, 3, "21.00", null, null),
            List.of(item(ONE, 2, "8.00", "10.00", null), item(OTHER, 1, "5.00", "5.00", null)), Map.of());

        assertThat(lines).containsEntry(ONE, new PaidLine(ONE, 6, amount("60.00"), amount("12.00"), amount("0.00")))
            .containsEntry(OTHER, new PaidLine(OTHER, 3, amount("15.00"), amount("0.00"), amount("0.00")));
    }

    @Test
    void moreDiscountThanPriceIsNone() {
        assertThat(line(2, item(ONE, 1, "5.00", "5.00", null), delivered(1, "5.00", "7.00", "0")).paid()).isEqualTo(amount("0.00"));
    }

    /** A set of two pots for 9.90 and a can for 24.50, bought twice: what its price comes to, 2 × 44.30. */
    @Test
    void aSetThatCostsTheSumOfItsPartsIsSharedOutByTheirPrices() {
        PricedItem pots = item(ONE, 2, "9.90", "9.90", null);
        PricedItem can = item(OTHER, 1, "24.50", "24.50", null);

        Map<Long, PaidLine> lines = set(2, item(SET, 2, "44.30", null, null), List.of(pots, can),
            Map.of(ONE, delivered(4, "39.56", "3.96", "7.10"), OTHER, delivered(2, "48.98", "4.90", "8.80")));

        assertThat(lines).hasSize(2).containsEntry(ONE, new PaidLine(ONE, 4, amount("39.60"), amount("3.96"), amount("7.10")))
            .containsEntry(OTHER, new PaidLine(OTHER, 2, amount("49.00"), amount("4.90"), amount("8.80")));
        assertThat(sum(lines)).isEqualTo(amount("95.64"));
    }

    /** Its own price is 50.00, with 5.00 off each; alone the parts would cost 60.00 and 20.00. */
    @Test
    void aSetWithAPriceOfItsOwnIsSharedOutToo() {
        PricedItem set = item(SET, 3, "45.00", "50.00", null);

        Map<Long, PaidLine> lines = set(2, set, List.of(item(ONE, 1, "60.00", "60.00", null), item(OTHER, 2, "10.00", "10.00", null)),
            Map.of(ONE, delivered(3, "180.00", "0", "0"), OTHER, delivered(6, "60.00", "0", "0")));

        assertThat(lines).containsEntry(ONE, new PaidLine(ONE, 3, amount("112.50"), amount("11.25"), amount("0.00")))
            .containsEntry(OTHER, new PaidLine(OTHER, 6, amount("37.50"), amount("3.75"), amount("0.00")));
        assertThat(sum(lines)).isEqualTo(amount("135.00"));
    }

    @Test
    void theLastPartTakesWhatIsLeft() {
        Map<Long, PaidLine> lines = set(2, item(SET, 1, "10.00", null, null),
            List.of(item(ONE, 1, "1.00", "1.00", null), item(OTHER, 1, "1.00", "1.00", null), item(4L, 1, "1.00", "1.00", null)), Map.of());

        assertThat(lines.values().stream().map(PaidLine::paid).sorted().toList())
            .containsExactly(amount("3.33"), amount("3.33"), amount("3.34"));
    }

    @Test
    void partsThatCostNothingShareEvenly() {
        Map<Long, PaidLine> lines = set(0, item(SET, 1, "101", null, null),
            List.of(item(ONE, 1, "0", "0", null), item(OTHER, 1, "0", "0", null)), Map.of());

        assertThat(lines.get(ONE).paid()).isEqualTo(amount("51"));
        assertThat(lines.get(OTHER).paid()).isEqualTo(amount("50"));
    }

    @Test
    void aSetThatNobodyPricedCostsWhatItsPartsDo() {
        Map<Long, PaidLine> lines = set(2, item(SET, 2, null, null, null), List.of(item(ONE, 3, "2.50", "2.50", null)), Map.of());

        assertThat(lines).containsExactly(Map.entry(ONE, new PaidLine(ONE, 6, amount("15.00"), amount("0.00"), amount("0.00"))));
    }

    @Property
    void sharesComeToTheAmount(@ForAll("amounts") BigDecimal amount, @ForAll("weights") List<BigDecimal> weights) {
        List<BigDecimal> shares = Shares.of(amount, weights, amount.scale());

        assertThat(shares).hasSameSizeAs(weights).allMatch(share -> share.signum() >= 0 && share.scale() == amount.scale());
        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(amount);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Combinators.combine(Arbitraries.longs().between(0, 1_000_000), Arbitraries.of(0, 2, 3)).as(BigDecimal::valueOf);
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return Arbitraries.longs().between(0, 10_000).map(cents -> BigDecimal.valueOf(cents, 2)).list().ofMinSize(1).ofMaxSize(7);
    }

    private static PaidLine line(int digits, PricedItem item, Delivered delivered) {
        PricedLines lines = new PricedLines(Map.of(item.id(), delivered), digits);
        lines.add(item);
        return lines.lines(null).get(item.id());
    }

    private static Map<Long, PaidLine> set(int digits, PricedItem set, List<PricedItem> parts, Map<Long, Delivered> delivered) {
        PricedLines lines = new PricedLines(delivered, digits);
        lines.add(set, parts);
        return lines.lines(null);
    }

    private static BigDecimal sum(Map<Long, PaidLine> lines) {
        return lines.values().stream().map(PaidLine::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static PricedItem item(long id, int quantity, String price, String retail, String sale) {
        return new PricedItem(id, quantity, amount(price), amount(retail), amount(sale));
    }

    private static Delivered delivered(int units, String amount, String discount, String tax) {
        return new Delivered(units, amount(amount), amount(discount), amount(tax));
    }

    private static BigDecimal amount(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
