package org.broadleafreturns.admin.refund;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.refund.RefundMeans;
import org.broadleafreturns.core.refund.RefundProposal;
import org.broadleafreturns.core.refund.RefundWords;
import org.broadleafreturns.core.refund.VoucherAgreement;
import org.broadleafreturns.core.refund.VoucherWords;
import org.broadleafreturns.core.request.StatementChannel;
import org.broadleafreturns.core.settings.ShopCalendar;

/** What the fields of a refund show, in the dialog of a decision and in that of a refund alone. Public for the templates. */
public class RefundFields {

    private final RefundWords said;
    private final VoucherWords vouchers;
    private final MerchantWords words;
    private final ShopCalendar calendar;
    private final Clock clock;

    RefundFields(RefundWords said, VoucherWords vouchers, MerchantWords words, ShopCalendar calendar, Clock clock) {
        this.said = said;
        this.vouchers = vouchers;
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Public for the templates. */
    public record Means(String code, String label) {
    }

    /**
     * What is shown of a voucher. Public for the templates.
     *
     * @param agreed what the shopper has agreed to, in the merchant's words; null where the merchant has to say it
     * @param reads what the shopper reads of it
     */
    public record Voucher(String agreed, String reads, StatementChannel[] channels) {
    }

    /** @param money whether the return's customer wants money */
    Map<String, Object> of(RefundProposal proposal, boolean money) {
        VoucherAgreement agreement = proposal.voucher().agreed();
        return Map.of("voucher", new Voucher(agreement == null ? null : agreed(agreement), vouchers.limits(words.locale()),
                StatementChannel.values()),
            "proposal", proposal, "said", said, "words", words, "elsewhere", elsewhere(),
            "gateway", said.means(RefundMeans.GATEWAY, words.locale()), "today", today(),
            "likely", money && proposal.cap().value().signum() > 0
                && proposal.payments().payments().stream().anyMatch(payment -> payment.isLeft() && payment.obstacle() == null));
    }

    /** That the customer has agreed to a voucher. */
    String agreed(VoucherAgreement agreement) {
        return vouchers.agreed(agreement, words.day(calendar.dayOf(agreement.at())), words.locale());
    }

    /** How it can have been paid back elsewhere. */
    List<Means> elsewhere() {
        return Stream.of(RefundMeans.values()).filter(RefundMeans::isElsewhere)
            .map(means -> new Means(means.name(), said.means(means, words.locale()))).toList();
    }

    /** As it stands in a field. */
    String today() {
        return calendar.dayOf(Date.from(clock.instant())).toString();
    }
}
