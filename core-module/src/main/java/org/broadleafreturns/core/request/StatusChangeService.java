package org.broadleafreturns.core.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.document.UnacceptableDocumentException;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.turn.OrderTurns;
import org.broadleafreturns.core.turn.TryAgainLaterException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the status of returns in two steps: {@link #preview} checks what a merchant entered and keeps it with the mail
 * that the customer would get, {@link #apply} does it.
 */
public class StatusChangeService {

    private static final long MEGABYTE = 1024L * 1024L;

    private final ReturnRequests requests;
    private final StatusPreviews previews;
    private final ShopOrders orders;
    private final TakenQuantities taken;
    private final Documents documents;
    private final ReturnMails mails;
    private final Outbox outbox;
    private final ReturnsSettings settings;
    private final ApplicationEventPublisher events;
    private final EntityManager entityManager;
    private final Clock clock;
    private final OrderTurns commands;

    StatusChangeService(ReturnRequests requests, StatusPreviews previews, ShopOrders orders, TakenQuantities taken,
            Documents documents, ReturnMails mails, Outbox outbox, ReturnsSettings settings,
            ApplicationEventPublisher events, EntityManager entityManager, Clock clock, OrderTurns commands) {
        this.requests = requests;
        this.previews = previews;
        this.orders = orders;
        this.taken = taken;
        this.documents = documents;
        this.mails = mails;
        this.outbox = outbox;
        this.settings = settings;
        this.events = events;
        this.entityManager = entityManager;
        this.clock = clock;
        this.commands = commands;
    }

    /**
     * Checks a change and keeps it for {@link #apply}. The return stays as it is and nothing is sent.
     *
     * @throws ReturnNotFoundException if there is no such return
     * @throws StaleReturnException if the return was changed since the form was opened
     * @throws ReturnRefusedException if something was entered that cannot be; nothing is kept then
     * @throws UncheckedIOException if the label cannot be read or stored
     */
    public StatusPreview preview(StatusChange change, Actor merchant) {
        String number = ReturnNumber.parse(change.number()).orElseThrow(ReturnNotFoundException::new).value();
        Supplier<Long> order = () -> requests.findOrderId(number).orElseThrow(ReturnNotFoundException::new);
        if (change.label() == null) {
            return commands.run(order, () -> previewLocked(number, change, null, merchant));
        }
        // No file is stored for what is refused anyway, and none while others wait.
        commands.run(order, () -> checked(number, change, merchant));
        ReturnDocument label = keep(change.label());
        boolean attached = false;
        try {
            StatusPreview preview = commands.run(order, () -> previewLocked(number, change, label, merchant));
            attached = true;
            return preview;
        } finally {
            if (!attached) {
                documents.discard(label);
            }
        }
    }

    private ReturnRequest checked(String number, StatusChange change, Actor merchant) {
        ReturnRequest request = requests.findByNumber(number).orElseThrow(ReturnNotFoundException::new);
        entityManager.refresh(request);
        if (request.getVersion() != change.version()) {
            throw new StaleReturnException();
        }
        List<Objection> objections = objections(request, change, merchant);
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
        return request;
    }

    private StatusPreview previewLocked(String number, StatusChange change, ReturnDocument label, Actor merchant) {
        ReturnRequest request = checked(number, change, merchant);
        if (label != null) {
            documents.attach(label);
        }
        MailContent mail = lacksLabel(change.to(), label) ? null : mails.statusChange(request, change, label).orElse(null);
        return previews.save(new StatusPreview(UUID.randomUUID().toString(), request, change, merchant, label, mail, now()));
    }

    /**
     * Does what was previewed, and queues the previewed mail if wanted, all or nothing. A second call with the same token
     * changes nothing more.
     *
     * @throws ReturnNotFoundException if there is no such preview of this merchant, or it was thrown away
     * @throws StaleReturnException if the return was changed since the preview
     * @throws ReturnRefusedException if what was possible at the preview no longer is, or there is nobody to mail to or no label to send
     */
    public ReturnRequest apply(String token, boolean sendMail, Actor merchant) {
        return apply(null, token, sendMail, merchant);
    }

    /**
     * The same for a preview that must be one of a certain return's.
     *
     * @param number of that return, or null for any
     */
    public ReturnRequest apply(String number, String token, boolean sendMail, Actor merchant) {
        return commands.run(() -> orderIdOf(token),
            () -> applyLocked(number, token, sendMail, merchant));
    }

    private Long orderIdOf(String token) {
        return Optional.ofNullable(token).filter(Characters::areWritable).flatMap(previews::findOrderId)
            .orElseThrow(ReturnNotFoundException::new);
    }

    private ReturnRequest applyLocked(String number, String token, boolean sendMail, Actor merchant) {
        StatusPreview preview = previews.findByToken(token)
            .filter(found -> found.getMerchantId().equals(merchant.id()))
            .filter(found -> number == null || found.getRequest().getNumber().equals(number))
            .orElseThrow(ReturnNotFoundException::new);
        entityManager.refresh(preview);
        ReturnRequest request = preview.getRequest();
        entityManager.refresh(request);
        // Read, since it outlives the transaction.
        int version = request.getVersion();
        if (preview.isApplied()) {
            return request;
        }
        if (version != preview.getRequestVersion()) {
            throw new StaleReturnException();
        }
        apply(preview, request, sendMail, merchant);
        return request;
    }

    private void apply(StatusPreview preview, ReturnRequest request, boolean sendMail, Actor merchant) {
        List<Objection> objections = new ArrayList<>(reopeningObjections(request, preview.getTo(), preview.getNote()));
        objections.addAll(reductionObjections(request, preview.getTo(), preview.getAcceptedByLine()));
        if (sendMail && preview.lacksLabel()) {
            objections.add(Objection.general("rtn.objection.mail.noLabel"));
        } else if (sendMail && preview.getMail() == null) {
            objections.add(Objection.general("rtn.objection.mail.noRecipient"));
        } else if (sendMail && !preview.isMailable()) {
            objections.add(Objection.general("rtn.objection.mail.unwritable", preview.getMail().recipient()));
        }
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
        ReturnStatus from = request.getStatus();
        OutgoingMail mail = sendMail ? outbox.queue(preview.getMail(), preview.getLabel()) : null;
        request.changeStatus(preview.getTo(), merchant, preview.getMessage(), preview.getNote(), preview.getAcceptedByLine(),
            preview.getLabel(), mail, now());
        Optional<ItemsReturned> accepted = request.announceAccepted();
        preview.markApplied(now());
        entityManager.flush();
        events.publishEvent(new ReturnStatusChanged(request.getId(), request.getNumber(), request.getOrder().getId(), from,
            preview.getTo()));
        accepted.ifPresent(events::publishEvent);
    }

    /**
     * Queues a failed mail of a return again, to the shop or to its customer: to the address that the customer or the order has
     * now, which may have been corrected since.
     *
     * @throws ReturnNotFoundException if the return has no such mail
     * @throws IllegalStateException if the mail has not failed
     * @throws IllegalArgumentException if the address cannot be written safely; nothing is changed
     */
    @Transactional("blTransactionManager")
    public void sendMailAgain(String number, Long mailId) {
        ReturnRequest request = ReturnNumber.parse(number).flatMap(parsed -> requests.findByNumber(parsed.value()))
            .orElseThrow(ReturnNotFoundException::new);
        List<OutgoingMail> toShop = outbox.about(List.of(request.getNumber())).getOrDefault(request.getNumber(), List.of());
        OutgoingMail mail = Stream.concat(request.getJournal().stream().map(JournalEntry::getMail), toShop.stream())
            .filter(found -> found != null && found.getId().equals(mailId))
            .findFirst().orElseThrow(ReturnNotFoundException::new);
        outbox.sendAgain(mail, toShop.contains(mail) ? mail.getRecipient()
            : ReturnMails.recipientOf(request).orElse(mail.getRecipient()));
    }

    /** Whatever a merchant made of its text, the mail about a label speaks of one: without a label there is none to send. */
    static boolean lacksLabel(ReturnStatus to, ReturnDocument label) {
        return to == ReturnStatus.LABEL_SENT && label == null;
    }

    private List<Objection> objections(ReturnRequest request, StatusChange change, Actor merchant) {
        List<Objection> objections = new ArrayList<>();
        if (change.to() == null) {
            objections.add(Objection.to("status", "rtn.objection.status.missing"));
        } else if (!request.nextStatuses(merchant).contains(change.to())) {
            objections.add(Objection.to("status", "rtn.objection.status.notAllowed"));
        } else {
            objections.addAll(reopeningObjections(request, change.to(), change.note()));
            List<Objection> toQuantities = change.to() == ReturnStatus.PARTIALLY_ACCEPTED
                ? partialObjections(request, change.acceptedByLine()) : List.of();
            objections.addAll(toQuantities.isEmpty()
                ? reductionObjections(request, change.to(), change.acceptedByLine()) : toQuantities);
            if (change.label() != null && change.to() != ReturnStatus.LABEL_SENT) {
                objections.add(Objection.to("label", "rtn.objection.label.otherStatus"));
            }
            if (change.label() == null && change.to() == ReturnStatus.LABEL_SENT
                    && request.getStatus() == ReturnStatus.LABEL_SENT) {
                objections.add(Objection.to("label", "rtn.objection.label.missing"));
            }
        }
        Texts.objectionTo("message", change.message()).ifPresent(objections::add);
        Texts.objectionTo("note", change.note()).ifPresent(objections::add);
        return objections;
    }

    /** Taking back a decision needs a reason, and the units that were refused must not be in another return by now. */
    private List<Objection> reopeningObjections(ReturnRequest request, ReturnStatus to, String note) {
        if (!StatusWorkflow.isReopening(request.getStatus(), to)) {
            return List.of();
        }
        List<Objection> objections = new ArrayList<>();
        if (Texts.orNull(note) == null) {
            objections.add(Objection.to("note", "rtn.objection.note.missing"));
        }
        Map<Long, Integer> others = taken.without(request.getOrder().getId(), request.getId());
        Map<Long, Integer> ordered = orders.unitsOf(request.getOrder().getId());
        // Where only the order was reduced, the decision can be made anew, for what the order still has.
        Predicate<ReturnLine> inOthers = line -> others.getOrDefault(line.getOrderItemId(), 0) > 0
            && others.get(line.getOrderItemId()) + line.getQuantityRequested() > ordered.getOrDefault(line.getOrderItemId(), 0);
        names(request.getLines().stream().filter(inOthers).toList()).values()
            .forEach(name -> objections.add(Objection.to("status", "rtn.objection.reopen.quantityTaken", name)));
        return objections;
    }

    /** An order can be reduced after a return was requested. What it no longer has is not accepted, but it can be refused. */
    private List<Objection> reductionObjections(ReturnRequest request, ReturnStatus to, Map<Long, Integer> acceptedByLine) {
        if (to != ReturnStatus.ACCEPTED && to != ReturnStatus.PARTIALLY_ACCEPTED) {
            return List.of();
        }
        List<Objection> objections = new ArrayList<>();
        Map<Long, Integer> ordered = orders.unitsOf(request.getOrder().getId());
        Map<Long, Integer> elsewhere = taken.acceptedWithout(request.getOrder().getId(), request.getId());
        ToIntFunction<ReturnLine> left = line -> Math.max(0,
            ordered.getOrDefault(line.getOrderItemId(), 0) - elsewhere.getOrDefault(line.getOrderItemId(), 0));
        names(request.getLines().stream().filter(line -> line.acceptedWith(to, acceptedByLine) > left.applyAsInt(line)).toList())
            .forEach((line, name) -> objections.add(Objection.to(
                to == ReturnStatus.ACCEPTED ? "status" : "accepted[" + line.getId() + "]",
                "rtn.objection.accepted.reduced", name, left.applyAsInt(line))));
        return objections;
    }

    /** What the articles are called, told apart from others of their name, in the order of the lines. */
    private Map<ReturnLine, String> names(List<ReturnLine> lines) {
        Map<Long, ArticleDetails> details = lines.isEmpty() ? Map.of()
            : orders.detailsOf(lines.stream().map(ReturnLine::getOrderItemId).toList(), LocaleContextHolder.getLocale());
        Map<ReturnLine, String> names = new LinkedHashMap<>();
        lines.forEach(line -> names.put(line, line.articleWith(details)));
        return names;
    }

    private static List<Objection> partialObjections(ReturnRequest request, Map<Long, Integer> acceptedByLine) {
        List<Objection> objections = new ArrayList<>();
        int accepted = 0;
        for (ReturnLine line : request.getLines()) {
            int quantity = acceptedByLine.getOrDefault(line.getId(), 0);
            if (quantity < 0 || quantity > line.getQuantityRequested()) {
                objections.add(Objection.to("accepted[" + line.getId() + "]", "rtn.objection.accepted.range",
                    line.getQuantityRequested()));
            }
            accepted += quantity;
        }
        boolean allKnown = request.getLines().stream().map(ReturnLine::getId).toList().containsAll(acceptedByLine.keySet());
        if (!allKnown) {
            objections.add(Objection.general("rtn.objection.line.unknown"));
        }
        if (objections.isEmpty() && accepted == 0) {
            objections.add(Objection.to("accepted", "rtn.objection.accepted.none"));
        }
        if (objections.isEmpty() && accepted == request.getArticleCount()) {
            objections.add(Objection.to("accepted", "rtn.objection.accepted.all"));
        }
        return objections;
    }

    private ReturnDocument keep(StatusChange.LabelFile file) {
        try (InputStream content = file.content().getInputStream()) {
            return documents.keep(file.name(), content, settings.maximumFileSize());
        } catch (UnacceptableDocumentException e) {
            throw new ReturnRefusedException(List.of(switch (e.fault()) {
                case EMPTY -> Objection.to("label", "rtn.objection.label.empty");
                case WRONG_TYPE -> Objection.to("label", "rtn.objection.label.wrongType");
                case TOO_LARGE -> tooLarge(settings);
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw TryAgainLaterException.insteadOf(e);
        }
    }

    /** The objection to a label beyond the configured size, for those who notice earlier than this service. */
    public static Objection tooLarge(ReturnsSettings settings) {
        double megabytes = (double) settings.maximumFileSize() / MEGABYTE;
        return Objection.to("label", "rtn.objection.label.tooLarge", megabytes);
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
