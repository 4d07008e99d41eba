package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mailtext.MailName;
import org.broadleafreturns.core.mailtext.MailText;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.MessageSource;

/** The mails about a return: to the customer, if an address of theirs is known, and to the shop, if it wants any. */
public class ReturnMails {

    private static final String SAMPLE = "rtn.mail.sample.";

    private final MailComposer composer;
    private final MessageSource messages;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;
    private final ShopOrders orders;
    private final String adminUrl;

    /** @param adminUrl the back office's address for links in mails to the shop, without a slash at the end; empty for no links */
    ReturnMails(MailComposer composer, MessageSource messages, ReturnChoices choices, ReturnsSettings settings,
            ShopOrders orders, String adminUrl) {
        this.composer = composer;
        this.messages = messages;
        this.choices = choices;
        this.settings = settings;
        this.orders = orders;
        this.adminUrl = adminUrl;
    }

    /**
     * What a mail says of one line.
     *
     * @param name the article's, with what tells it from others of that name
     */
    private record Article(String name, int requested, int accepted, String reasonCode) {
    }

    /** @param known what the articles are called, by language, for mails about the same request; it is added to */
    Optional<MailContent> confirmation(ReturnRequest request, Map<Locale, Map<Long, ArticleDetails>> known) {
        return toCustomer(request, ReturnStatus.REQUESTED, null, line -> 0, null, known);
    }

    /** The mail for a change that has not been made. */
    Optional<MailContent> statusChange(ReturnRequest request, StatusChange change, ReturnDocument label) {
        return toCustomer(request, change.to(), Texts.orNull(change.message()), line -> line.acceptedWith(change.to(), change.acceptedByLine()), label,
            new HashMap<>());
    }

    /** The mails that tell the shop of a new request, one for each address; {@code known} as above. */
    List<MailContent> toShop(ReturnRequest request, Map<Locale, Map<Long, ArticleDetails>> known) {
        TreeSet<String> recipients = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        recipients.addAll(settings.mail().notified());
        if (recipients.isEmpty()) {
            return List.of();
        }
        Locale language = composer.languageFor(settings.shopLanguage());
        MailContent first = composer.compose(MailName.NEW_REQUEST, recipients.first(), language, valuesForShop(request, language, known));
        return recipients.stream().map(first::to).toList();
    }

    /** A mail as it would be sent about a return that could be, with a text that may not be in force. */
    public MailContent sample(MailName mail, MailText text, Locale language) {
        Map<Placeholder, Object> values = new EnumMap<>(Placeholder.class);
        String number = settings.numberPrefix() + "7KM-2QXP";
        values.put(Placeholder.NUMBER, number);
        values.put(Placeholder.ORDER_NUMBER, words(SAMPLE + "orderNumber", language));
        values.put(Placeholder.FIRST_NAME, words(SAMPLE + "firstName", language));
        values.put(Placeholder.LAST_NAME, words(SAMPLE + "lastName", language));
        values.put(Placeholder.REFUND_TYPE, choices.refundTypes(language).stream().findFirst().map(Choice::label).orElse(""));
        String reason = choices.reasons(language).stream().findFirst().map(Choice::code).orElse("");
        boolean all = mail == MailName.ACCEPTED;
        boolean some = all || mail == MailName.PARTIALLY_ACCEPTED;
        List<Article> articles = List.of(
            new Article(words(SAMPLE + "article1", language), 2, all ? 2 : some ? 1 : 0, reason),
            new Article(words(SAMPLE + "article2", language), 1, some ? 1 : 0, reason));
        values.put(Placeholder.ARTICLES, wordsOf(mail, articles, language));
        if (mail.isToShop()) {
            values.put(Placeholder.COMMENT, words(SAMPLE + "comment", language));
            putAdminLink(values, number);
            String recipient = settings.mail().notified().stream().findFirst().orElse(settings.mail().from());
            return composer.compose(mail, text, recipient, language, values);
        }
        values.put(Placeholder.STATUS, words(ReturnStatus.valueOf(mail.name()).getFriendlyType(), language));
        values.put(Placeholder.MESSAGE, mail == MailName.REQUESTED ? "" : words(SAMPLE + "message", language));
        values.put(Placeholder.LABEL_ATTACHED, mail == MailName.LABEL_SENT);
        putReturnAddress(values);
        putAccountLink(values, number);
        return composer.compose(mail, text, words(SAMPLE + "recipient", language), language, values);
    }

    private List<Article> articles(ReturnRequest request, ToIntFunction<ReturnLine> accepted, Locale language,
            Map<Locale, Map<Long, ArticleDetails>> known) {
        Map<Long, ArticleDetails> details = known.computeIfAbsent(language, unknown ->
            orders.detailsOf(request.getLines().stream().map(ReturnLine::getOrderItemId).toList(), unknown));
        return request.getLines().stream()
            .map(line -> new Article(line.articleWith(details), line.getQuantityRequested(), accepted.applyAsInt(line),
                line.getReasonCode()))
            .toList();
    }

    private Optional<MailContent> toCustomer(ReturnRequest request, ReturnStatus status, String message,
            ToIntFunction<ReturnLine> accepted, ReturnDocument label, Map<Locale, Map<Long, ArticleDetails>> known) {
        MailName mail = MailName.valueOf(status.name());
        Locale language = composer.languageFor(request.getLanguage());
        Map<Placeholder, Object> values = commonValues(request, language);
        values.put(Placeholder.STATUS, words(status.getFriendlyType(), language));
        values.put(Placeholder.MESSAGE, Texts.orEmpty(message));
        values.put(Placeholder.ARTICLES, wordsOf(mail, articles(request, accepted, language, known), language));
        values.put(Placeholder.LABEL_ATTACHED, label != null);
        putReturnAddress(values);
        if (request.getCustomer() != null && request.getCustomer().isRegistered()) {
            putAccountLink(values, request.getNumber());
        }
        return recipientOf(request).map(recipient -> composer.compose(mail, recipient, language, values));
    }

    private Map<Placeholder, Object> valuesForShop(ReturnRequest request, Locale language,
            Map<Locale, Map<Long, ArticleDetails>> known) {
        Map<Placeholder, Object> values = commonValues(request, language);
        values.put(Placeholder.ARTICLES, wordsOf(MailName.NEW_REQUEST, articles(request, line -> 0, language, known), language));
        values.put(Placeholder.COMMENT, Texts.orEmpty(request.getComment()));
        putAdminLink(values, request.getNumber());
        return values;
    }

    private Map<Placeholder, Object> commonValues(ReturnRequest request, Locale language) {
        Map<Placeholder, Object> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.NUMBER, request.getNumber());
        values.put(Placeholder.ORDER_NUMBER, request.getOrderNumber());
        values.put(Placeholder.FIRST_NAME, Texts.orEmpty(request.getCustomerFirstName()));
        values.put(Placeholder.LAST_NAME, Texts.orEmpty(request.getCustomerLastName()));
        values.put(Placeholder.REFUND_TYPE, choices.refundTypeLabel(request.getRefundType(), language));
        return values;
    }

    private void putReturnAddress(Map<Placeholder, Object> values) {
        settings.returnAddress().ifPresent(address -> values.put(Placeholder.RETURN_ADDRESS, address));
    }

    /** Not for guests: they have no account to see the return in. */
    private void putAccountLink(Map<Placeholder, Object> values, String number) {
        if (!settings.mail().siteUrl().isEmpty()) {
            values.put(Placeholder.ACCOUNT_LINK, settings.mail().siteUrl() + "/account/returns/" + number);
        }
    }

    private void putAdminLink(Map<Placeholder, Object> values, String number) {
        if (!adminUrl.isEmpty()) {
            values.put(Placeholder.ADMIN_LINK, adminUrl + "/returns/" + number);
        }
    }

    private List<String> wordsOf(MailName mail, List<Article> articles, Locale language) {
        List<String> words = new ArrayList<>();
        for (Article article : articles) {
            words.add(switch (mail) {
                case ACCEPTED, PARTIALLY_ACCEPTED -> words("rtn.mail.line.accepted", language, article.name(), article.accepted(),
                    article.requested());
                case NEW_REQUEST -> words("rtn.mail.line.reason", language, article.name(), article.requested(),
                    choices.reasonLabel(article.reasonCode(), language));
                default -> words("rtn.mail.line", language, article.name(), article.requested());
            });
        }
        return words;
    }

    private String words(String code, Locale language, Object... arguments) {
        return messages.getMessage(code, arguments, language);
    }

    static Optional<String> recipientOf(ReturnRequest request) {
        return request.getCustomer() == null ? Optional.empty() : recipientOf(request.getCustomer(), request.getOrder());
    }

    /** Where mails about an order's returns go. */
    static Optional<String> recipientOf(Customer customer, Order order) {
        String own = customer.getEmailAddress();
        String ordered = order.getEmailAddress();
        return Optional.ofNullable(Texts.orNull(own)).or(() -> Optional.ofNullable(Texts.orNull(ordered)));
    }
}
