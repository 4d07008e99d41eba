package org.broadleafreturns.core.refund;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailSource;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.context.MessageSource;

/** The mail that tells the shop of refunds that are due or late. */
class RefundsDueMail implements MailSource {

    /** A line of text for each, and one for those that are not named. */
    static final Placeholder DUE_REFUNDS = new Placeholder("dueRefunds", Placeholder.Kind.LIST);
    /** The list of returns that are late or to be refunded, in the back office; may be empty. */
    static final Placeholder DUE_LINK = new Placeholder("dueLink", Placeholder.Kind.LINK);
    static final MailKind REFUNDS_DUE = MailKind.toShop("REFUNDS_DUE", 810, DUE_REFUNDS, DUE_LINK);

    private static final String SAMPLE_ADDRESS = "https://shop.example.com/admin";

    private final MessageSource messages;
    private final ShopCalendar calendar;

    RefundsDueMail(MessageSource messages, ShopCalendar calendar) {
        this.messages = messages;
        this.calendar = calendar;
    }

    @Override
    public List<MailKind> kinds() {
        return List.of(REFUNDS_DUE);
    }

    @Override
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        return Map.of(DUE_REFUNDS, List.of(
            line("R7KM-2QXP", null, new DueView(DueState.LATE, LocalDate.of(2026, 3, 12)), language),
            line("R4NB-8HWC", "42.50 EUR", new DueView(DueState.DUE, LocalDate.of(2026, 3, 14)), language)),
            DUE_LINK, link(SAMPLE_ADDRESS));
    }

    /** @param amount that is expected, in words; null if nobody knows */
    String line(String number, String amount, DueView due, Locale language) {
        String code = "rtn.mail.refunds_due." + (due.state() == DueState.LATE ? "late" : "due") + (amount == null ? "" : ".amount");
        return messages.getMessage(code, new Object[] {number, calendar.day(due.day(), language), amount}, language);
    }

    /** @param count of returns that are not named */
    String others(long count, Locale language) {
        return messages.getMessage("rtn.mail.refunds_due.others", new Object[] {count}, language);
    }

    static String link(String adminUrl) {
        return adminUrl + "/returns?view=refund";
    }
}
