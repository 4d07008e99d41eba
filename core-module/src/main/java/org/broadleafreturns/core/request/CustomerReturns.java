package org.broadleafreturns.core.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.event.ReturnEvents;
import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.privacy.CustomerRecords;
import org.broadleafreturns.core.search.SearchIndex;
import org.broadleafreturns.core.search.SearchTexts;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** A customer's returns, with their journals, mails, labels and photos. */
class CustomerReturns implements CustomerRecords {

    private final ReturnRequests requests;
    private final Journal journal;
    private final ReturnEvents events;
    private final StatusPreviews previews;
    private final Documents documents;
    private final Outbox outbox;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;
    private final ShopOrders orders;
    private final SearchTexts texts;
    private final SearchIndex words;
    private final EntityManager entityManager;

    CustomerReturns(ReturnRequests requests, Journal journal, ReturnEvents events, StatusPreviews previews, Documents documents,
            Outbox outbox, ReturnChoices choices, ReturnsSettings settings, ShopOrders orders, SearchTexts texts, SearchIndex words,
            EntityManager entityManager) {
        this.requests = requests;
        this.journal = journal;
        this.events = events;
        this.previews = previews;
        this.documents = documents;
        this.outbox = outbox;
        this.choices = choices;
        this.settings = settings;
        this.orders = orders;
        this.texts = texts;
        this.words = words;
        this.entityManager = entityManager;
    }

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public List<Map<String, Object>> of(Long customerId) {
        List<ReturnRequest> returns = requests.findAllByCustomer(customerId);
        Map<Long, ArticleDetails> details = orders.detailsOf(returns.stream()
            .flatMap(request -> request.getLines().stream()).map(ReturnLine::getOrderItemId).toList(), settings.defaultLanguage());
        return returns.stream().map(request -> exported(request, details)).toList();
    }

    @Override
    public List<ReturnDocument> documentsOf(Long customerId) {
        return requests.findAllByCustomer(customerId).stream().flatMap(CustomerReturns::documentsOf).distinct().toList();
    }

    @Override
    public List<Long> orders(Long customerId) {
        return requests.findOrderIdsByCustomer(customerId);
    }

    @Override
    public List<String> running(Long customerId) {
        return requests.findAllByCustomer(customerId).stream().filter(request -> request.getStatus().isRunning())
            .map(ReturnRequest::getNumber).toList();
    }

    @Override
    public void anonymise(Long customerId) {
        List<ReturnRequest> returns = requests.findAllByCustomer(customerId);
        if (returns.isEmpty()) {
            return;
        }
        List<Long> ids = returns.stream().map(ReturnRequest::getId).toList();
        Set<ReturnDocument> unused = new LinkedHashSet<>();
        for (StatusPreview preview : previews.findByRequests(ids)) {
            Stream.of(preview.getLabel()).filter(Objects::nonNull).forEach(unused::add);
            previews.delete(preview);
        }
        for (ReturnRequest request : returns) {
            documentsOf(request).forEach(unused::add);
            mailsOf(request).forEach(outbox::blank);
            outbox.blankAbout(request.getNumber());
            request.forgetCustomer();
        }
        entityManager.flush();
        // The journal is not changed through its entries, which refuse that.
        journal.blank(ids);
        events.forget(ids);
        words.replace(texts.of(ids));
        entityManager.clear();
        forget(unused);
    }

    private void forget(Collection<ReturnDocument> unused) {
        try {
            for (ReturnDocument document : unused) {
                documents.forget(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<OutgoingMail> mailsOf(ReturnRequest request) {
        return request.getJournal().stream().map(JournalEntry::getMail).filter(Objects::nonNull);
    }

    private static Stream<ReturnDocument> documentsOf(ReturnRequest request) {
        Stream<ReturnDocument> labels = Stream.concat(Stream.of(request).map(ReturnRequest::getLabel),
            request.getJournal().stream().map(JournalEntry::getDocument)).filter(Objects::nonNull);
        return Stream.concat(labels, request.getPhotos().stream());
    }

    private Map<String, Object> exported(ReturnRequest request, Map<Long, ArticleDetails> details) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("number", request.getNumber());
        record.put("orderNumber", request.getOrderNumber());
        record.put("firstName", request.getCustomerFirstName());
        record.put("lastName", request.getCustomerLastName());
        record.put("language", request.getLanguage().toLanguageTag());
        record.put("requestedAt", CustomerRecords.time(request.getSubmittedAt()));
        record.put("status", request.getStatus().name());
        record.put("refundType", choices.refundTypeLabel(request.getRefundType(), settings.defaultLanguage()));
        record.put("comment", request.getComment());
        record.put("message", request.getMerchantMessage());
        record.put("lines", request.getLines().stream()
            .map(line -> exported(line, details.getOrDefault(line.getOrderItemId(), ArticleDetails.NONE))).toList());
        record.put("journal", request.getJournal().stream().map(CustomerReturns::exported).toList());
        record.put("mails", mailsOf(request).distinct().map(CustomerReturns::exported).toList());
        record.put("documents", documentsOf(request).distinct().map(CustomerRecords::described).toList());
        return record;
    }

    private Map<String, Object> exported(ReturnLine line, ArticleDetails details) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("article", line.getArticleName());
        record.put("details", details.words());
        record.put("reason", choices.reasonLabel(line.getReasonCode(), settings.defaultLanguage()));
        record.put("requested", line.getQuantityRequested());
        record.put("received", line.getQuantityReceived());
        record.put("accepted", line.getQuantityAccepted());
        return record;
    }

    /** Back-office users are other people: they are not named. */
    private static Map<String, Object> exported(JournalEntry entry) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("at", CustomerRecords.time(entry.getHappenedAt()));
        record.put("by", entry.getActorKind().name());
        if (entry.getActorKind() == Actor.Kind.CUSTOMER) {
            record.put("name", entry.getActorName());
            record.put("address", entry.getAddress());
        }
        record.put("channel", entry.getChannel().name());
        record.put("kind", entry.getKind());
        record.put("from", entry.getFrom());
        record.put("to", entry.getTo());
        record.put("message", entry.getMessage());
        record.put("note", entry.getNote());
        return record;
    }

    private static Map<String, Object> exported(OutgoingMail mail) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("recipient", mail.getRecipient());
        record.put("subject", mail.getSubject());
        record.put("text", mail.getText());
        record.put("state", mail.getState().name());
        record.put("sentAt", CustomerRecords.time(mail.getSentAt()));
        return record;
    }
}
