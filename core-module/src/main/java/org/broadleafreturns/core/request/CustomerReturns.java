package org.broadleafreturns.core.request;

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
import org.broadleafreturns.core.mail.MailCopy;
import org.broadleafreturns.core.mail.MailReport;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
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
    private final ReturnViews views;
    private final SearchTexts texts;
    private final SearchIndex words;
    private final EntityManager entityManager;

    CustomerReturns(ReturnRequests requests, Journal journal, ReturnEvents events, StatusPreviews previews, Documents documents,
            Outbox outbox, ReturnChoices choices, ReturnsSettings settings, ReturnViews views, SearchTexts texts, SearchIndex words,
            EntityManager entityManager) {
        this.requests = requests;
        this.journal = journal;
        this.events = events;
        this.previews = previews;
        this.documents = documents;
        this.outbox = outbox;
        this.choices = choices;
        this.settings = settings;
        this.views = views;
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
        List<MerchantReturnView> returns = views.allOfCustomer(customerId, settings.defaultLanguage());
        Map<Long, MailCopy> mails = outbox.copiesOf(returns.stream().flatMap(CustomerReturns::mailsOf).toList());
        return returns.stream().map(view -> exported(view, mails)).toList();
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

    /** Whatever belongs to a return is found by it. */
    @Override
    public boolean isForgottenLast() {
        return true;
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
        unused.forEach(documents::release);
    }

    private static Stream<OutgoingMail> mailsOf(ReturnRequest request) {
        return request.getJournal().stream().map(JournalEntry::getMail).filter(Objects::nonNull);
    }

    private static Stream<ReturnDocument> documentsOf(ReturnRequest request) {
        Stream<ReturnDocument> labels = Stream.concat(Stream.of(request).map(ReturnRequest::getLabel),
            request.getJournal().stream().map(JournalEntry::getDocument)).filter(Objects::nonNull);
        return Stream.concat(labels, request.getPhotos().stream());
    }

    private static Stream<Long> mailsOf(MerchantReturnView view) {
        return view.journal().stream().map(MerchantEntryView::mail).filter(Objects::nonNull).map(MailReport::id).distinct();
    }

    private static Stream<DocumentView> documentsOf(MerchantReturnView view) {
        Stream<DocumentView> labels = Stream.concat(Stream.of(view.shown()).map(ReturnView::label),
            view.journal().stream().map(MerchantEntryView::document)).filter(Objects::nonNull);
        return Stream.concat(labels, view.shown().photos().stream()).distinct();
    }

    private Map<String, Object> exported(MerchantReturnView view, Map<Long, MailCopy> mails) {
        ReturnView shown = view.shown();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("number", shown.number());
        record.put("orderNumber", shown.orderNumber());
        record.put("firstName", view.customerFirstName());
        record.put("lastName", view.customerLastName());
        record.put("language", view.language().toLanguageTag());
        record.put("requestedAt", CustomerRecords.time(shown.submittedAt()));
        record.put("status", shown.status().name());
        record.put("refundType", choices.refundTypeLabel(shown.refundType(), settings.defaultLanguage()));
        record.put("legalBasis", text(shown.stated().basis()));
        record.put("statedOn", text(shown.stated().statedOn()));
        record.put("statedBy", text(shown.stated().statedBy()));
        record.put("sentOn", text(shown.stated().sentOn()));
        record.put("comment", shown.comment());
        record.put("message", shown.merchantMessage());
        record.put("lines", shown.lines().stream().map(this::exported).toList());
        record.put("journal", view.journal().stream().map(CustomerReturns::exported).toList());
        record.put("mails", mailsOf(view).map(mails::get).filter(Objects::nonNull).map(MailCopy::exported).toList());
        record.put("documents", documentsOf(view).map(CustomerReturns::exported).toList());
        return record;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private Map<String, Object> exported(LineView line) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("article", line.articleName());
        record.put("details", line.details().words());
        record.put("reason", choices.reasonLabel(line.reasonCode(), settings.defaultLanguage()));
        record.put("requested", line.quantityRequested());
        // Where it was decided before arrivals were counted, nobody knows them.
        record.put("received", line.isUncounted() ? null : line.quantityReceived());
        record.put("accepted", line.quantityAccepted());
        record.put("kept", line.quantityKept());
        record.put("refused", line.quantityRefused());
        record.put("staying", line.quantityStaying());
        record.put("refusal", line.refusalReason() == null ? null
            : choices.refusalReasonLabel(line.refusalReason(), settings.defaultLanguage()));
        return record;
    }

    /** Back-office users are other people: they are not named. */
    private static Map<String, Object> exported(MerchantEntryView entry) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("at", CustomerRecords.time(entry.happenedAt()));
        record.put("by", entry.actorKind().name());
        if (entry.actorKind() == Actor.Kind.CUSTOMER) {
            record.put("name", entry.actorName());
            record.put("address", entry.address());
        }
        record.put("channel", entry.channel().name());
        record.put("kind", entry.kind());
        record.put("from", entry.from());
        record.put("to", entry.to());
        record.put("message", entry.message());
        record.put("note", entry.note());
        if (!entry.corrected().isEmpty()) {
            record.put("corrected", entry.corrected().stream().map(CustomerReturns::exported).toList());
        }
        return record;
    }

    private static Map<String, Object> exported(CorrectedLine line) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("article", line.article());
        record.put("requestedBefore", line.before().requested());
        record.put("requested", line.after().requested());
        record.put("receivedBefore", line.before().received().units());
        record.put("received", line.after().received().units());
        return record;
    }

    private static Map<String, Object> exported(DocumentView document) {
        return CustomerRecords.described(document.fileName(), document.contentType(), document.size());
    }
}
