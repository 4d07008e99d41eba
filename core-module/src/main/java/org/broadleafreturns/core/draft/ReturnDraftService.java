package org.broadleafreturns.core.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.document.DocumentType;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.document.UnacceptableDocumentException;
import org.broadleafreturns.core.draft.SentDrafts.SentDraft;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.platform.OrderKey;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.turn.OrderTurns;
import org.broadleafreturns.core.turn.TryAgainLaterException;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what shoppers enter until they send it. A draft is found by its token together with its customer and its order only;
 * whatever changes it holds its lock, and only sending it the order's turn. Each photo is kept by itself, before the lock, so that one
 * that is not accepted takes nothing else with it.
 */
public class ReturnDraftService {

    private static final double MEGABYTE = 1024 * 1024;

    private final ReturnDrafts drafts;
    private final ShopOrders orders;
    private final ReturnLookup lookup;
    private final Documents documents;
    private final ReturnSubmissionService submissions;
    private final OrderTurns commands;
    private final ReturnsSettings settings;
    private final int maximumPerCustomer;
    private final DraftDisposal disposal;
    private final SentDrafts sentDrafts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReturnDraftService(ReturnDrafts drafts, ShopOrders orders, ReturnLookup lookup, Documents documents,
            ReturnSubmissionService submissions, OrderTurns commands, ReturnsSettings settings, int maximumPerCustomer,
            DraftDisposal disposal, SentDrafts sentDrafts, Clock clock, PlatformTransactionManager transactionManager) {
        if (maximumPerCustomer < 1) {
            throw new IllegalArgumentException("returns.drafts.max-per-customer must be at least 1, not " + maximumPerCustomer);
        }
        this.drafts = drafts;
        this.orders = orders;
        this.lookup = lookup;
        this.documents = documents;
        this.submissions = submissions;
        this.commands = commands;
        this.settings = settings;
        this.maximumPerCustomer = maximumPerCustomer;
        this.disposal = disposal;
        this.sentDrafts = sentDrafts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Keeps what was entered, right or wrong. A draft that is not there any more is begun anew; the customer's oldest drafts
     * go when there are too many.
     *
     * @param token of the draft, or null for a new one
     * @throws ReturnNotFoundException if there is no such order or it is somebody else's
     * @throws ReturnRefusedException if others have kept the draft busy for too long; nothing is kept then
     */
    public ReturnDraft save(String orderNumber, Long customerId, String token, DraftInput input) {
        if (find(orderNumber, customerId, token).isEmpty()) {
            drafts.findTokens(customerId).stream().skip(maximumPerCustomer - 1L).forEach(disposal::discard);
        }
        return disposal.locked(token, found -> {
            if (found.isEmpty()) {
                // A new one refers to both, and the customer's row comes first everywhere.
                orders.lockCustomer(customerId);
            }
            Order order = orderOf(orderNumber, customerId);
            ReturnDraft draft = found.filter(kept -> isOf(kept, orderNumber, customerId))
                .orElseGet(() -> new ReturnDraft(UUID.randomUUID().toString(), order, ownerOf(order, customerId)));
            Set<Long> items = orders.linesOf(order).stream().map(OrderedLine::itemId).collect(Collectors.toSet());
            draft.enter(input, items, now());
            return drafts.save(draft);
        });
    }

    /**
     * Adds photos to a draft, as many as can be.
     *
     * @return what is wrong with the others, each objection naming the file
     * @throws ReturnNotFoundException if there is no such draft of this customer's
     * @throws UncheckedIOException if a photo cannot be read or stored
     */
    public List<Objection> addPhotos(String orderNumber, Long customerId, String token, List<PhotoFile> photos) {
        List<Objection> objections = new ArrayList<>();
        for (PhotoFile photo : photos) {
            try {
                add(orderNumber, customerId, token, photo);
            } catch (TryAgainLaterException e) {
                objections.addAll(e.objections());
                return objections;
            } catch (ReturnRefusedException e) {
                objections.addAll(e.objections());
            }
        }
        return objections;
    }

    /** The photo is stored before the draft's turn has come: others need not wait for it. */
    private void add(String orderNumber, Long customerId, String token, PhotoFile photo) {
        transaction.executeWithoutResult(status ->
            requireRoom(own(find(orderNumber, customerId, token), orderNumber, customerId), photo));
        ReturnDocument document = keep(photo);
        boolean attached = false;
        try {
            disposal.locked(token, found -> {
                ReturnDraft draft = own(found, orderNumber, customerId);
                requireRoom(draft, photo);
                documents.attach(document);
                draft.add(document, now());
                return null;
            });
            attached = true;
        } finally {
            if (!attached) {
                documents.discard(document);
            }
        }
    }

    private void requireRoom(ReturnDraft draft, PhotoFile photo) {
        if (draft.getPhotos().size() >= settings.maximumPhotos()) {
            throw refused("rtn.objection.photos.tooMany", photo, settings.maximumPhotos());
        }
    }

    private ReturnDocument keep(PhotoFile photo) {
        try (InputStream content = photo.content().getInputStream()) {
            return documents.keep(photo.name(), content, settings.maximumFileSize(), DocumentType.PHOTOS);
        } catch (UnacceptableDocumentException e) {
            throw switch (e.fault()) {
                case EMPTY -> refused("rtn.objection.photo.empty", photo);
                case WRONG_TYPE -> refused("rtn.objection.photo.wrongType", photo);
                case TOO_LARGE -> refused("rtn.objection.photo.tooLarge", photo, settings.maximumFileSize() / MEGABYTE);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw TryAgainLaterException.insteadOf(e);
        }
    }

    private static ReturnRefusedException refused(String code, PhotoFile photo, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(Documents.printable(photo.name())));
        arguments.addAll(List.of(more));
        return new ReturnRefusedException(List.of(Objection.to("photos", code, arguments.toArray())));
    }

    /**
     * Throws a photo of a draft away; nothing happens if it has none of that identifier.
     *
     * @throws ReturnNotFoundException if there is no such draft of this customer's
     * @throws ReturnRefusedException if others have kept the draft busy for too long
     */
    public void removePhoto(String orderNumber, Long customerId, String token, Long photoId) {
        Optional<ReturnDocument> removed = disposal.locked(token, found -> {
            ReturnDraft draft = own(found, orderNumber, customerId);
            Optional<ReturnDocument> wanted = draft.getPhotos().stream().filter(photo -> photo.getId().equals(photoId)).findFirst();
            wanted.ifPresent(photo -> disposal.remove(draft, photo, now()));
            return wanted;
        });
        removed.ifPresent(documents::discard);
    }

    /** A customer's own draft for that order; empty if there is none of that token, or it was sent or thrown away. */
    public Optional<ReturnDraft> find(String orderNumber, Long customerId, String token) {
        return token == null || !Characters.areWritable(token) ? Optional.empty() : transaction.execute(status ->
            drafts.findByToken(token).filter(draft -> isOf(draft, orderNumber, customerId)));
    }

    /** The token of a customer's own draft for an order, of the one saved last; empty if they have none. */
    public Optional<String> latest(Long orderId, Long customerId) {
        return transaction.execute(status -> drafts.findTokens(orderId, customerId, PageRequest.of(0, 1)).stream().findFirst());
    }

    /** The number of the order that a customer's own draft is for; empty if they have none of that token. */
    public Optional<String> orderNumber(Long customerId, String token) {
        return transaction.execute(status -> drafts.findByToken(token)
            .filter(draft -> draft.getCustomerId().equals(customerId)).map(draft -> draft.getOrder().getOrderNumber()));
    }

    /** What stands against sending this now; empty if nothing does. */
    public List<Objection> objections(String orderNumber, Long customerId, DraftInput input, List<ReturnDocument> photos) {
        List<Objection> objections = input.objections();
        return objections.isEmpty()
            ? submissions.objections(command(orderNumber, customerId, input, photos, null, null)) : objections;
    }

    /**
     * Makes a draft a request. It works once: a second call gives the same request.
     *
     * @param languageInUse the language of the pages the shopper sees
     * @throws ReturnNotFoundException if there is no such draft of this customer's, and no request was made of it
     * @throws ReturnRefusedException if a rule of the shop is broken; the draft is kept
     */
    public ReturnRequest send(String orderNumber, Long customerId, String token, Locale languageInUse) {
        if (token == null || !Characters.areWritable(token)) {
            throw new ReturnNotFoundException();
        }
        Optional<SentDraft> begun = transaction.execute(status -> sentDrafts.find(token, customerId));
        return begun.isEmpty() ? sentBefore(customerId, token)
            : commands.runOn(() -> new OrderKey(begun.get().order(), customerId), order ->
                current(begun.get(), customerId, token).map(draft -> send(draft, orderNumber, customerId, token, languageInUse))
                    .orElseGet(() -> sentBefore(customerId, token)));
    }

    private ReturnRequest sentBefore(Long customerId, String token) {
        return lookup.sentWith(customerId, token).orElseThrow(ReturnNotFoundException::new);
    }

    /** What was read before the turn, if it is still that; else as it is now, if it is there. */
    private Optional<SentDraft> current(SentDraft begun, Long customerId, String token) {
        return disposal.lock(begun.id()).flatMap(savedAt ->
            begun.isOf(savedAt) ? Optional.of(begun) : sentDrafts.find(token, customerId));
    }

    private ReturnRequest send(SentDraft draft, String orderNumber, Long customerId, String token, Locale languageInUse) {
        List<Objection> objections = draft.input().objections();
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
        List<ReturnDocument> photos = draft.photos() == 0 ? List.of() : drafts.findPhotos(draft.id());
        ReturnRequest sent = submissions.submitLocked(
            command(orderNumber, customerId, draft.input(), photos, languageInUse, token), draft.order());
        sentDrafts.remove(draft);
        return sent;
    }

    private static SubmitReturn command(String orderNumber, Long customerId, DraftInput input, List<ReturnDocument> photos,
            Locale languageInUse, String submissionKey) {
        return new SubmitReturn(orderNumber, customerId, input.lines(), input.refundType(), input.comment(), languageInUse,
            submissionKey, photos);
    }

    private static ReturnDraft own(Optional<ReturnDraft> found, String orderNumber, Long customerId) {
        return found.filter(draft -> isOf(draft, orderNumber, customerId)).orElseThrow(ReturnNotFoundException::new);
    }

    private Order orderOf(String orderNumber, Long customerId) {
        return lookup.orderOfCustomer(customerId, orderNumber).orElseThrow(ReturnNotFoundException::new);
    }

    private Customer ownerOf(Order order, Long customerId) {
        return orders.customerOf(order, customerId).orElseThrow(ReturnNotFoundException::new);
    }

    private static boolean isOf(ReturnDraft draft, String orderNumber, Long customerId) {
        return draft.getCustomerId().equals(customerId) && draft.getOrder().getOrderNumber().equals(orderNumber);
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
