package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.privacy.CustomerRecords;

/**
 * What was refunded to a customer. Amounts, days, references, codes of vouchers and the platform's transactions are the shop's books and
 * stay, without a word that tells of a person.
 */
class CustomerRefunds implements CustomerRecords {

    private final Refunds refunds;
    private final RefundPayments payments;
    private final Vouchers vouchers;
    private final RefundVouchers given;
    private final Journal journal;

    CustomerRefunds(Refunds refunds, RefundPayments payments, Vouchers vouchers, RefundVouchers given, Journal journal) {
        this.refunds = refunds;
        this.payments = payments;
        this.vouchers = vouchers;
        this.given = given;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "refunds";
    }

    @Override
    public List<Map<String, Object>> of(Long customerId) {
        Collection<Long> customers = refunds.customersOf(customerId);
        Map<Long, String> numbers = refunds.findNumbers(customers, customerId).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<Long, List<RefundPayment>> parts = payments.findOfRefunds(numbers.keySet()).stream()
            .collect(Collectors.groupingBy(RefundPayment::getRefundId));
        Map<Long, VoucherView> views = given.of(numbers.keySet());
        return refunds.findOfCustomer(customers, customerId).stream()
            .map(refund -> exported(refund, numbers.get(refund.getId()), parts.getOrDefault(refund.getId(), List.of()),
                views.get(refund.getId()))).toList();
    }

    /** Whoever has decided it is another person, and not named. */
    private static Map<String, Object> exported(Refund refund, String number, Collection<RefundPayment> parts, VoucherView voucher) {
        Map<String, Object> record = new LinkedHashMap<>();
        RefundAmounts amounts = refund.amounts();
        record.put("return", number);
        record.put("decidedAt", CustomerRecords.time(refund.getCreatedAt()));
        record.put("settledAt", CustomerRecords.time(refund.getSettledAt()));
        record.put("state", refund.getState().name());
        record.put("currency", refund.getCurrency());
        Map<String, Function<RefundAmounts, BigDecimal>> all = new LinkedHashMap<>();
        all.put("goods", RefundAmounts::goods);
        all.put("delivery", RefundAmounts::delivery);
        all.put("wear", RefundAmounts::wear);
        all.put("postage", RefundAmounts::postage);
        all.put("fee", RefundAmounts::fee);
        all.put("otherwise", RefundAmounts::otherwise);
        all.put("goodwill", RefundAmounts::goodwill);
        all.put("total", RefundAmounts::total);
        all.forEach((name, amount) -> record.put(name, amount.apply(amounts).toPlainString()));
        record.put("done", refund.getDone().toPlainString());
        record.put("reason", amounts.deductionReason());
        record.put("payments", parts.stream().map(CustomerRefunds::exported).toList());
        record.put("voucher", voucher == null ? null : exported(voucher));
        return record;
    }

    private static Map<String, Object> exported(VoucherView voucher) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("code", voucher.code());
        record.put("state", voucher.state().name());
        record.put("agreement", voucher.agreement().text());
        record.put("agreedAt", CustomerRecords.time(voucher.agreement().at()));
        record.put("agreedBy", voucher.agreement().by().name());
        return record;
    }

    private static Map<String, Object> exported(RefundPayment part) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("type", part.getPaymentType());
        record.put("hint", part.getPaymentHint());
        record.put("means", part.getMeans().name());
        record.put("amount", part.getAmount().toPlainString());
        record.put("state", part.getState().name());
        record.put("settledAt", CustomerRecords.time(part.getSettledAt()));
        record.put("reference", part.getReference());
        record.put("paidOn", CustomerRecords.time(part.getPaidOn()));
        record.put("agreement", part.getAgreement());
        record.put("gatewayWords", part.getWords());
        return record;
    }

    @Override
    public List<ReturnDocument> documentsOf(Long customerId) {
        return List.of();
    }

    /** Those of the returns, which are locked for these anyway. */
    @Override
    public List<Long> orders(Long customerId) {
        return refunds.findOrderIds(refunds.customersOf(customerId), customerId);
    }

    /** Whoever settles a refund that is on its way, or unknown, may have to ask the customer. */
    @Override
    public List<String> running(Long customerId) {
        return refunds.findOpenNumbers(refunds.customersOf(customerId), customerId);
    }

    @Override
    public void anonymise(Long customerId) {
        List<Long> ids = refunds.findNumbers(refunds.customersOf(customerId), customerId).stream().map(row -> (Long) row[0]).toList();
        if (!ids.isEmpty()) {
            payments.blank(ids);
            vouchers.blank(ids);
            refunds.blank(ids);
            journal.blankDetails(refunds.findReturnIds(ids), RefundJournal.KINDS, RefundJournal::blanked);
        }
    }
}
