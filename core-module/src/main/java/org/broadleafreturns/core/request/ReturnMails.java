package org.broadleafreturns.core.request;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailKinds;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ReturnsSettings;

/**
 * Composes mails about a return: to the customer, if an address of theirs is known, and to the shop, if it wants any. A feature composes
 * its own with it too, and queues them.
 */
public class ReturnMails {

    private final MailComposer composer;
    private final MailPieces pieces;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;
    private final ShopOrders orders;
    private final Supplier<Stream<ReturnMailWords>> words;

    /** @param words what features add, asked for with each mail */
    ReturnMails(MailComposer composer, MailPieces pieces, ReturnChoices choices, ReturnsSettings settings, ShopOrders orders,
            Supplier<Stream<ReturnMailWords>> words) {
        this.composer = composer;
        this.pieces = pieces;
        this.choices = choices;
        this.settings = settings;
        this.orders = orders;
        this.words = words;
    }

    /** @param known what the articles are called, by language, for mails about the same request; it is added to */
    Optional<MailContent> confirmation(ReturnRequest request, Map<Locale, Map<Long, ArticleDetails>> known) {
        return toCustomer(ReturnMailKinds.of(ReturnStatus.REQUESTED), request, null, null, Map.of(), known);
    }

    /** The same of a return that a merchant creates, with what they entered for further parts. */
    Optional<MailContent> confirmation(ReturnRequest request, StatusChange entered, Map<Locale, Map<Long, ArticleDetails>> known) {
        return toCustomer(ReturnMailKinds.of(ReturnStatus.REQUESTED), request, entered, null, Map.of(), known);
    }

    /** The mail for a change that has not been made. */
    Optional<MailContent> statusChange(ReturnRequest request, StatusChange change, ReturnDocument label) {
        return toCustomer(ReturnMailKinds.of(change.to()), request, change, label, Map.of(), new HashMap<>());
    }

    /** The mails that tell the shop of a new request, one for each address; {@code known} as above. */
    List<MailContent> toShop(ReturnRequest request, Map<Locale, Map<Long, ArticleDetails>> known) {
        return toShop(ReturnMailKinds.NEW_REQUEST, request, Map.of(), known);
    }

    /**
     * A mail of a feature to a return's customer, in their language. It says what all mails about returns do, what further features
     * add, and what its own feature has to say.
     *
     * @param own the values of the feature's own placeholders
     * @return empty if no address is known
     */
    public Optional<MailContent> toCustomer(MailKind kind, ReturnRequest request, Map<Placeholder, Object> own) {
        return toCustomer(kind, request, null, null, own, new HashMap<>());
    }

    /** A mail of a feature to the shop, in its language, for each address that it is told at; {@code own} as above. */
    public List<MailContent> toShop(MailKind kind, ReturnRequest request, Map<Placeholder, Object> own) {
        return toShop(kind, request, own, new HashMap<>());
    }

    private Optional<MailContent> toCustomer(MailKind kind, ReturnRequest request, StatusChange change, ReturnDocument label,
            Map<Placeholder, Object> own, Map<Locale, Map<Long, ArticleDetails>> known) {
        MailSubject subject = MailSubject.of(kind, request, composer.languageFor(request.getLanguage())).with(change);
        return recipientOf(request).map(recipient -> {
            Map<Placeholder, Object> values = commonValues(subject, known);
            values.put(Placeholder.STATUS, pieces.status(subject.status(), subject.language()));
            values.put(Placeholder.MESSAGE, Texts.orEmpty(subject.change().map(StatusChange::message).orElse(null)));
            values.put(Placeholder.LABEL_ATTACHED, label != null);
            pieces.putReturnAddress(values);
            if (request.getCustomer() != null && request.getCustomer().isRegistered()) {
                pieces.putAccountLink(values, request.getNumber());
            }
            return compose(subject, recipient, values, own);
        });
    }

    private List<MailContent> toShop(MailKind kind, ReturnRequest request, Map<Placeholder, Object> own,
            Map<Locale, Map<Long, ArticleDetails>> known) {
        TreeSet<String> recipients = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        recipients.addAll(settings.mail().notified());
        if (recipients.isEmpty()) {
            return List.of();
        }
        MailSubject subject = MailSubject.of(kind, request, composer.languageFor(settings.shopLanguage()));
        Map<Placeholder, Object> values = commonValues(subject, known);
        values.put(Placeholder.COMMENT, Texts.orEmpty(request.getComment()));
        pieces.putAdminLink(values, request.getNumber());
        MailContent first = compose(subject, recipients.first(), values, own);
        return recipients.stream().map(first::to).toList();
    }

    private MailContent compose(MailSubject subject, String recipient, Map<Placeholder, Object> values, Map<Placeholder, Object> own) {
        words.get().forEach(words -> {
            Set<Placeholder> added = words.addedTo(subject.kind());
            if (!added.isEmpty()) {
                values.putAll(MailKinds.only(added, words.values(subject)));
            }
        });
        values.putAll(own);
        return composer.compose(subject.kind(), recipient, subject.language(), values);
    }

    private Map<Placeholder, Object> commonValues(MailSubject subject, Map<Locale, Map<Long, ArticleDetails>> known) {
        ReturnRequest request = subject.request();
        Map<Placeholder, Object> values = new HashMap<>();
        values.put(Placeholder.NUMBER, request.getNumber());
        values.put(Placeholder.ORDER_NUMBER, request.getOrderNumber());
        values.put(Placeholder.FIRST_NAME, Texts.orEmpty(request.getCustomerFirstName()));
        values.put(Placeholder.LAST_NAME, Texts.orEmpty(request.getCustomerLastName()));
        values.put(Placeholder.REFUND_TYPE, choices.refundTypeLabel(request.getRefundType(), subject.language()));
        if (subject.kind().placeholders().contains(Placeholder.ARTICLES)) {
            values.put(Placeholder.ARTICLES, pieces.articles(subject.kind(), articles(subject, known), subject.language()));
        }
        return values;
    }

    private List<MailPieces.Article> articles(MailSubject subject, Map<Locale, Map<Long, ArticleDetails>> known) {
        List<ReturnLine> lines = subject.request().getLines();
        Map<Long, ArticleDetails> details = known.computeIfAbsent(subject.language(), unknown ->
            orders.detailsOf(lines.stream().map(ReturnLine::getOrderItemId).toList(), unknown));
        return lines.stream()
            .map(line -> new MailPieces.Article(line.articleWith(details), line.getQuantityRequested(), accepted(line, subject),
                line.getReasonCode()))
            .toList();
    }

    private static int accepted(ReturnLine line, MailSubject subject) {
        return subject.change().map(change -> line.acceptedWith(change.to(), change.acceptedByLine())).orElse(line.getQuantityAccepted());
    }

    static Optional<String> recipientOf(ReturnRequest request) {
        return request.getCustomer() == null ? Optional.empty() : recipientOf(request.getCustomer(), request.getOrder());
    }

    /** Where mails about an order's returns go. */
    static Optional<String> recipientOf(Customer customer, Order order) {
        return recipientOf(customer.getEmailAddress(), order.getEmailAddress());
    }

    /**
     * @param own the customer's address, or null
     * @param ordered the one that the order was made with, or null
     */
    static Optional<String> recipientOf(String own, String ordered) {
        return Optional.ofNullable(Texts.orNull(own)).or(() -> Optional.ofNullable(Texts.orNull(ordered)));
    }
}
