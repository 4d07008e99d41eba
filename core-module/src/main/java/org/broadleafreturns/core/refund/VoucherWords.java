package org.broadleafreturns.core.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafreturns.core.choice.RefundBehaviour;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.springframework.context.MessageSource;

/**
 * Says of vouchers what shoppers have to know, in the same words on the request form, in mails and in the account. Public for the
 * templates.
 */
public class VoucherWords {

    /** Stands in mails for the code, which there is none of before the voucher is issued; no code has two signs of this. */
    static final String PLACE = "XXXX-XXXX-XXXX-XXXX";

    private static final String CODE = "rtn.refund.voucher.";

    private final MessageSource messages;
    private final ReturnChoices choices;

    VoucherWords(MessageSource messages, ReturnChoices choices) {
        this.messages = messages;
        this.choices = choices;
    }

    /** What a voucher is not: cash, for delivery, for two orders. */
    public String limits(Locale reader) {
        return words("limits", reader);
    }

    /** The same of a refund type; empty of one that gives no voucher. */
    public Optional<String> limits(String refundType, Locale reader) {
        return choices.refundBehaviour(refundType) == RefundBehaviour.VOUCHER ? Optional.of(limits(reader)) : Optional.empty();
    }

    /** What whoever chooses a refund type reads, and agrees to. */
    String offer(String refundType, Locale reader) {
        return words("offer", reader, choices.refundTypeLabel(refundType, reader), limits(reader));
    }

    /** What the shopper gets, and what it is not, a line of text each. */
    List<String> given(String amount, String code, Locale reader) {
        return List.of(words("given", reader, amount, code), limits(reader));
    }

    /** The same of a voucher that was issued, with what has become of it. */
    public List<String> of(String amount, VoucherView voucher, Locale reader) {
        List<String> said = new ArrayList<>();
        said.add(words("given", reader, amount, voucher.code()));
        said.add(voucher.state() == VoucherState.ISSUED ? limits(reader) : words("state." + voucher.state(), reader));
        return said;
    }

    /**
     * That the shopper has agreed, for merchants.
     *
     * @param day of it, as they read it
     */
    public String agreed(VoucherAgreement agreement, String day, Locale reader) {
        return words("agreed", reader, day, messages.getMessage("rtn.basis.channel." + agreement.by(), null, reader),
            agreement.text() == null ? "" : agreement.text());
    }

    String preview(String amount, Locale reader) {
        return words("preview", reader, amount, PLACE);
    }

    String made(String amount, Locale reader) {
        return words("made", reader, amount);
    }

    /** What a decision that is taken back does to a voucher. */
    String ending(String amount, boolean used, Locale reader) {
        return words(used ? "stays" : "ends", reader, amount);
    }

    private String words(String code, Locale reader, Object... arguments) {
        return messages.getMessage(CODE + code, arguments, reader);
    }
}
