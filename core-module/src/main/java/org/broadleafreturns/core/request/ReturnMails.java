package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailKinds;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ReturnsSettings;

/**
 * Composes mails about a return: to the customer, if an address of theirs is read, and to the shop, if it wants any. A feature composes
 * its own with it too, and queues them.
 */
@ForIntegrators
public class ReturnMails {

    private final MailComposer composer;
    private final MailPieces pieces;
    private final ReturnsSettings settings;
    private final ShopOrders orders;
    private final ReturnRequests requests;
    private final WithdrawnWords withdrawn;
    private final Supplier<Stream<ReturnMailWords>> words;
    private final Supplier<Optional<ReturnLinks>> links;

    /**
     * @param words what features add, asked for with each mail
     * @param links for those who have no account, asked for with each of their mails; empty if they see returns nowhere
     */
    ReturnMails(MailComposer composer, MailPieces pieces, ReturnsSettings settings, ShopOrders orders,
            ReturnRequests requests, WithdrawnWords withdrawn, Supplier<Stream<ReturnMailWords>> words,
            Supplier<Optional<ReturnLinks>> links) {
        this.composer = composer;
        this.pieces = pieces;
        this.settings = settings;
        this.orders = orders;
        this.requests = requests;
        this.withdrawn = withdrawn;
        this.words = words;
        this.links = links;
    }

    /**
     * Reads the texts of the mails that a new request is told with, at once.
     *
     * @param confirmation the one to the customer, or null
     */
    ReadForMails readFor(ReturnRequest request, MailKind confirmation) {
        Map<MailKind, Locale> mails = new HashMap<>();
        if (confirmation != null) {
            mails.put(confirmation, composer.languageFor(request.getLanguage()));
        }
        if (!settings.mail().notified().isEmpty()) {
            mails.put(ReturnMailKinds.NEW_REQUEST, composer.languageFor(settings.shopLanguage()));
        }
        return new ReadForMails(composer.textsFor(mails));
    }

    /** @param read for mails about the same request; it is added to */
    Optional<MailContent> confirmation(ReturnRequest request, ReadForMails read) {
        return toCustomer(ReturnMailKinds.of(ReturnStatus.REQUESTED), request, null, null, Map.of(), read);
    }

    /** The same of a return that a merchant creates, with what they entered for further parts. */
    Optional<MailContent> confirmation(ReturnRequest request, StatusChange entered, ReadForMails read) {
        return toCustomer(ReturnMailKinds.ofNew(entered), request, entered, null, Map.of(), read);
    }

    /** The mail for a change that has not been made. */
    Optional<MailContent> statusChange(ReturnRequest request, StatusChange change, ReturnDocument label) {
        return toCustomer(ReturnMailKinds.of(request, change.to()), request, change, label, Map.of(), new ReadForMails());
    }

    /**
     * The mail for a correction that has not been made.
     *
     * @param message to the customer, or null
     * @param standings how lines would stand, by their identifier; others stay as they are
     * @param added what else would be in the return
     */
    Optional<MailContent> correction(ReturnRequest request, String message, Map<Long, LineStanding> standings,
            List<AddedLine> added) {
        Locale language = composer.languageFor(request.getLanguage());
        Stream<Long> items = Stream.concat(request.getLines().stream().map(ReturnLine::getOrderItemId),
            added.stream().map(line -> line.ordered().itemId()));
        Map<Long, ArticleDetails> details = orders.detailsOf(items.toList(), language);
        List<CorrectedLine> lines = new ArrayList<>();
        request.getLines().forEach(line -> lines.add(new CorrectedLine(line.getOrderItemId(), line.articleWith(details),
            line.standing(), standings.getOrDefault(line.getId(), line.standing()))));
        added.forEach(line -> lines.add(new CorrectedLine(line.ordered().itemId(),
            details.getOrDefault(line.ordered().itemId(), ArticleDetails.NONE).after(line.ordered().name()),
            LineStanding.takenOut(line.standing().reasonCode()), line.standing())));
        boolean goodsHaveCome = request.getStatus() == ReturnStatus.RECEIVED;
        List<MailPieces.Article> articles = lines.stream().filter(line -> !line.isTakenOut())
            .map(line -> MailPieces.Article.of(line, goodsHaveCome)).toList();
        return toCustomer(ReturnMailKinds.CORRECTED, request, Map.of(Placeholder.MESSAGE, Texts.orEmpty(message),
            ReturnMailKinds.CHANGES, pieces.changes(lines.stream().filter(CorrectedLine::isChange).toList(), language),
            Placeholder.ARTICLES, pieces.articles(ReturnMailKinds.CORRECTED, articles, language)));
    }

    /** The mails that tell the shop of a new request, one for each address; {@code read} as above. */
    List<MailContent> toShop(ReturnRequest request, ReadForMails read) {
        return toShop(ReturnMailKinds.NEW_REQUEST, request, Map.of(), read);
    }

    /**
     * A mail of a feature to a return's customer, in their language. It says what all mails about returns do, what further features
     * add, and what its own feature has to say.
     *
     * @param own the values of the feature's own placeholders
     * @return empty if no address is known
     */
    public Optional<MailContent> toCustomer(MailKind kind, ReturnRequest request, Map<Placeholder, Object> own) {
        return toCustomer(kind, request, null, null, own, new ReadForMails());
    }

    /** A mail of a feature to the shop, in its language, for each address that it is told at; {@code own} as above. */
    public List<MailContent> toShop(MailKind kind, ReturnRequest request, Map<Placeholder, Object> own) {
        return toShop(kind, request, own, new ReadForMails());
    }

    private Optional<MailContent> toCustomer(MailKind kind, ReturnRequest request, StatusChange change, ReturnDocument label,
            Map<Placeholder, Object> own, ReadForMails read) {
        MailSubject subject = MailSubject.of(kind, request, composer.languageFor(request.getLanguage())).with(change);
        return addresseeOf(request).map(addressee -> {
            Map<Placeholder, Object> values = commonValues(subject, read);
            values.put(Placeholder.STATUS, pieces.status(subject.status(), subject.language()));
            values.put(Placeholder.MESSAGE, Texts.orEmpty(subject.change().map(StatusChange::message).orElse(null)));
            values.put(Placeholder.LABEL_ATTACHED, label != null);
            values.put(ReturnMailKinds.SOMETHING_ELSE, Texts.orEmpty(subject.change()
                .map(entered -> new EnteredGoods(request, entered).somethingElse()).orElse(null)));
            if (kind.equals(ReturnMailKinds.WITHDRAWN)) {
                values.putAll(withdrawn.values(subject));
            }
            values.put(ReturnMailKinds.BY_WITHDRAWAL, request.getStatedBasis().isWithdrawal());
            pieces.putReturnAddress(values);
            if (addressee.hasAccount()) {
                pieces.putAccountLink(values, request.getNumber());
            } else {
                links.get().flatMap(some -> some.of(request.getNumber(), addressee.address()))
                    .ifPresent(link -> values.put(Placeholder.GUEST_LINK, link));
            }
            return compose(subject, addressee.address(), values, own, read);
        });
    }

    private List<MailContent> toShop(MailKind kind, ReturnRequest request, Map<Placeholder, Object> own,
            ReadForMails read) {
        TreeSet<String> recipients = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        recipients.addAll(settings.mail().notified());
        if (recipients.isEmpty()) {
            return List.of();
        }
        MailSubject subject = MailSubject.of(kind, request, composer.languageFor(settings.shopLanguage()));
        Map<Placeholder, Object> values = commonValues(subject, read);
        values.put(Placeholder.COMMENT, Texts.orEmpty(request.getComment()));
        pieces.putAdminLink(values, request.getNumber());
        MailContent first = compose(subject, recipients.first(), values, own, read);
        return recipients.stream().map(first::to).toList();
    }

    private MailContent compose(MailSubject subject, String recipient, Map<Placeholder, Object> values, Map<Placeholder, Object> own,
            ReadForMails read) {
        words.get().forEach(words -> {
            Set<Placeholder> added = words.addedTo(subject.kind());
            if (!added.isEmpty()) {
                values.putAll(MailKinds.only(added, words.values(subject)));
            }
        });
        values.putAll(own);
        return read.text(subject.kind())
            .map(text -> composer.compose(subject.kind(), text, recipient, subject.language(), values))
            .orElseGet(() -> composer.compose(subject.kind(), recipient, subject.language(), values));
    }

    private Map<Placeholder, Object> commonValues(MailSubject subject, ReadForMails read) {
        Map<Placeholder, Object> values = new HashMap<>();
        pieces.putReturn(values, subject.request(), subject.language());
        if (subject.kind().placeholders().contains(Placeholder.ARTICLES)) {
            values.put(Placeholder.ARTICLES, pieces.articles(subject.kind(), articles(subject, read), subject.language()));
        }
        return values;
    }

    private List<MailPieces.Article> articles(MailSubject subject, ReadForMails read) {
        List<ReturnLine> lines = subject.request().getLines();
        Map<Long, ArticleDetails> details =
            read.details(lines.stream().map(ReturnLine::getOrderItemId).toList(), subject.language(), orders);
        Map<Long, GoodsOfLine> goods = goods(subject).collect(Collectors.toMap(GoodsOfLine::lineId, Function.identity()));
        return lines.stream()
            .map(line -> new MailPieces.Article(line.articleWith(details), line.getQuantityRequested(), accepted(line, subject),
                line.getReasonCode(), goods.get(line.getId())))
            .toList();
    }

    /** What the mail of a decision says of goods, it says whether it goes out with the decision or later. */
    private static Stream<GoodsOfLine> goods(MailSubject subject) {
        ReturnRequest request = subject.request();
        if (subject.change().isPresent()) {
            return new EnteredGoods(request, subject.change().get()).goods().stream();
        }
        return subject.kind().equals(ReturnMailKinds.of(request.getStatus()))
            ? request.getLines().stream().flatMap(line -> line.decided().stream()) : Stream.empty();
    }

    private static int accepted(ReturnLine line, MailSubject subject) {
        return subject.change().map(change -> line.acceptedWith(change.to(), change.acceptedByLine())).orElse(line.getQuantityAccepted());
    }

    /** Where mails about a return go at this moment; empty if nobody is known who could read them. */
    Optional<String> recipientOf(ReturnRequest request) {
        return addresseeOf(request).map(Addressee::address);
    }

    /** What links to a return end with in a mail that goes to an address; empty if no feature has such links. */
    Optional<String> linkEnd(String number, String recipient) {
        return links.get().map(some -> some.end(number, recipient));
    }

    /** Of a return that is stored, values are read: customer and order bring much with them, and may have been read before. */
    private Optional<Addressee> addresseeOf(ReturnRequest request) {
        if (request.getId() != null) {
            return requests.findAddresses(List.of(request.getId())).stream().findFirst().flatMap(row ->
                recipientOf((String) row[1], (String) row[2]).map(address -> new Addressee(address, ((Number) row[3]).intValue() == 1)));
        }
        Customer customer = request.getCustomer();
        return customer == null ? Optional.empty()
            : recipientOf(customer.getEmailAddress(), request.getOrder().getEmailAddress())
                .map(address -> new Addressee(address, customer.isRegistered()));
    }

    /** Who reads mails to the customer, and whether they can log in. */
    private record Addressee(String address, boolean hasAccount) {
    }

    /**
     * Where mails about an order's returns go.
     *
     * @param own the customer's address, or null
     * @param ordered the one that the order was made with, or null
     */
    static Optional<String> recipientOf(String own, String ordered) {
        return Optional.ofNullable(Texts.orNull(own)).or(() -> Optional.ofNullable(Texts.orNull(ordered)));
    }
}
