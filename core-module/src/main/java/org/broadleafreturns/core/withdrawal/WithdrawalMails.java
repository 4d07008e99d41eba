package org.broadleafreturns.core.withdrawal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailSource;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.context.MessageSource;

/** The mails about statements: that one was received, complete in itself, and that there is one, to the shop. */
class WithdrawalMails implements MailSource {

    /** The statement's number. */
    static final Placeholder NUMBER = new Placeholder("withdrawalNumber", Placeholder.Kind.CODE);
    /** When it was stated: day, time and zone, or the day alone. */
    static final Placeholder MOMENT = new Placeholder("withdrawalMoment", Placeholder.Kind.LINE);
    /** On which day a merchant has recorded it; empty for what came by way of the page, which was received when it was stated. */
    static final Placeholder RECORDED = new Placeholder("withdrawalRecorded", Placeholder.Kind.LINE);
    /** The sentence that was confirmed. */
    static final Placeholder SENTENCE = new Placeholder("withdrawalSentence", Placeholder.Kind.LINE);
    /** Who has stated it. */
    static final Placeholder NAME = new Placeholder("withdrawalName", Placeholder.Kind.LINE);
    /** The order, as it was typed. */
    static final Placeholder ORDER = new Placeholder("withdrawalOrder", Placeholder.Kind.LINE);
    /** What is withdrawn from. */
    static final Placeholder ARTICLES = new Placeholder("withdrawalArticles", Placeholder.Kind.LIST);
    /** To which address the acknowledgement goes. */
    static final Placeholder ADDRESS = new Placeholder("withdrawalAddress", Placeholder.Kind.LINE);
    /** By when the goods are sent. */
    static final Placeholder SEND_BY = new Placeholder("withdrawalSendBy", Placeholder.Kind.LINE);
    /** By when the money is paid back. */
    static final Placeholder REFUND_BY = new Placeholder("withdrawalRefundBy", Placeholder.Kind.LINE);
    /** The statement in the back office; may be empty. */
    static final Placeholder LINK = new Placeholder("withdrawalLink", Placeholder.Kind.LINK);

    static final MailKind RECEIVED = MailKind.toShopper("WITHDRAWAL_RECEIVED", 780, NUMBER, MOMENT, RECORDED, SENTENCE, NAME, ORDER,
        ARTICLES, ADDRESS, SEND_BY, REFUND_BY, Placeholder.RETURN_ADDRESS);
    static final MailKind STATED = MailKind.toShop("WITHDRAWAL_STATED", 820, NUMBER, MOMENT, NAME, ORDER, ARTICLES, LINK);

    private static final String SAMPLE_ADMIN = "https://shop.example.com/admin";

    private final MailComposer composer;
    private final WithdrawalWords words;
    private final ReturnsSettings settings;
    private final ShopCalendar calendar;
    private final MessageSource messages;
    private final String adminUrl;

    /** @param adminUrl the back office's address, without a slash at the end; empty for no links */
    WithdrawalMails(MailComposer composer, WithdrawalWords words, ReturnsSettings settings, ShopCalendar calendar, MessageSource messages,
            String adminUrl) {
        this.composer = composer;
        this.words = words;
        this.settings = settings;
        this.calendar = calendar;
        this.messages = messages;
        this.adminUrl = adminUrl;
    }

    @Override
    public List<MailKind> kinds() {
        return List.of(RECEIVED, STATED);
    }

    @Override
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        WithdrawalContent content = WithdrawalContent.typed(sampled("firstName", language) + " " + sampled("lastName", language),
            sampled("orderNumber", language), sampled("recipient", language), "", language);
        WithdrawalMoment stated = WithdrawalMoment.of(LocalDateTime.of(2026, 11, 28, 10, 42, 17).atZone(settings.timeZone()));
        WithdrawalReceipt receipt = new WithdrawalReceipt("W-7F3K-92QM", stated, null, content, words.sentence(language),
            stated.day().plusDays(WithdrawalPeriod.DAYS), stated.day().plusDays(WithdrawalPeriod.DAYS));
        return values(receipt, language, SAMPLE_ADMIN);
    }

    private String sampled(String what, Locale language) {
        return messages.getMessage("rtn.mail.sample." + what, null, language);
    }

    /** The acknowledgement, in the language of the statement. */
    MailContent received(WithdrawalReceipt receipt, String recipient) {
        Locale language = composer.languageFor(receipt.content().language());
        return composer.compose(RECEIVED, recipient, language, values(receipt, language, adminUrl));
    }

    /** What the shop is told of it, one mail for each address; none if it wants none. */
    List<MailContent> stated(WithdrawalReceipt receipt) {
        TreeSet<String> recipients = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        recipients.addAll(settings.mail().notified());
        if (recipients.isEmpty()) {
            return List.of();
        }
        Locale language = composer.languageFor(settings.shopLanguage());
        MailContent first = composer.compose(STATED, recipients.first(), language, values(receipt, language, adminUrl));
        return recipients.stream().map(first::to).toList();
    }

    private Map<Placeholder, Object> values(WithdrawalReceipt receipt, Locale language, String backOffice) {
        WithdrawalContent content = receipt.content();
        Map<Placeholder, Object> values = new HashMap<>();
        values.put(NUMBER, receipt.number());
        values.put(MOMENT, words.moment(receipt.stated(), language));
        if (receipt.enteredUtc() != null) {
            values.put(RECORDED, calendar.day(Date.from(Instant.parse(receipt.enteredUtc())), language));
        }
        values.put(SENTENCE, receipt.sentence());
        values.put(NAME, content.name());
        values.put(ORDER, content.order());
        values.put(ARTICLES, words.articles(content, language));
        values.put(ADDRESS, content.email());
        values.put(SEND_BY, calendar.day(receipt.sendBy(), language));
        values.put(REFUND_BY, calendar.day(receipt.refundBy(), language));
        settings.returnAddress().ifPresent(address -> values.put(Placeholder.RETURN_ADDRESS, address));
        if (!backOffice.isEmpty()) {
            values.put(LINK, backOffice + "/return-withdrawals/" + receipt.number());
        }
        return values;
    }
}
