package org.broadleafreturns.core.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.document.UnacceptableDocumentException;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.turn.TryAgainLaterException;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the status of returns in two steps: {@link #preview} checks what a merchant entered and keeps it with the mail
 * that the customer would get, {@link #apply} does it. What nobody looks at before is done by {@link #execute} at once.
 */
@ForIntegrators
public class StatusChangeService {

    private static final long MEGABYTE = 1024L * 1024L;

    private final ReturnRequests requests;
    private final StatusPreviews previews;
    private final StepParts parts;
    private final Documents documents;
    private final ReturnMails mails;
    private final Outbox outbox;
    private final ReturnsSettings settings;
    private final Clock clock;
    private final ReturnSteps steps;
    private final PreviewedSteps previewed;
    private final LaterMails laterMails;

    StatusChangeService(ReturnRequests requests, StatusPreviews previews, StepParts parts, Documents documents,
            ReturnMails mails, Outbox outbox, ReturnsSettings settings, CurrentReturns current, Clock clock, ReturnSteps steps) {
        this.requests = requests;
        this.previews = previews;
        this.parts = parts;
        this.documents = documents;
        this.mails = mails;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.steps = steps;
        this.previewed = new PreviewedSteps(requests, previews, current, steps);
        this.laterMails = new LaterMails(requests, mails, outbox);
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
        return withLabel(change, merchant, label -> preview(change, label, merchant));
    }

    /**
     * Does a change at once, that nobody has previewed: by the system, or by somebody who does the same to many returns.
     *
     * @param change whose label must not be stored yet
     * @param sendMail whether the customer gets the mail that a preview would have shown
     * @throws ReturnNotFoundException if there is no such return
     * @throws StaleReturnException if the return was changed since that version
     * @throws ReturnRefusedException if something stands against it, or there is nobody to mail to; nothing is done then
     * @throws UncheckedIOException if the label cannot be read or stored
     */
    public ReturnRequest execute(StatusChange change, boolean sendMail, Actor actor) {
        return withLabel(change, actor, label ->
            steps.execute(change.number(), new DirectStep(change, label, sendMail, mails, documents, parts), actor));
    }

    /** No file is stored for what is refused anyway, and none while others wait; one that nobody has taken is thrown away. */
    private <T> T withLabel(StatusChange change, Actor actor, Function<ReturnDocument, T> work) {
        if (change.label() == null) {
            return work.apply(null);
        }
        steps.check(change.number(), new StatusStep(change, null, parts), actor);
        ReturnDocument label = keep(change.label());
        boolean attached = false;
        try {
            T result = work.apply(label);
            attached = true;
            return result;
        } finally {
            if (!attached) {
                documents.discard(label);
            }
        }
    }

    private StatusPreview preview(StatusChange change, ReturnDocument label, Actor merchant) {
        StatusStep step = new StatusStep(change, label, parts);
        return steps.preview(change.number(), step, merchant, request -> {
            StatusChange entered = step.change(request);
            MailContent mail = lacksLabel(change.to(), label) ? null : mails.statusChange(request, entered, label).orElse(null);
            return new Looked(entered, mail);
        }, (request, looked) -> {
            if (label != null) {
                documents.attach(label);
            }
            return previews.save(new StatusPreview(UUID.randomUUID().toString(), request, looked.entered(), merchant, label, looked.mail(),
                Date.from(clock.instant())));
        });
    }

    /**
     * What a preview has come to.
     *
     * @param entered what was entered of what the step asks for
     * @param mail the one that the customer would get, or null
     */
    private record Looked(StatusChange entered, MailContent mail) {
    }

    /**
     * What else the merchant confirms with a preview, as the {@linkplain StepPart parts} of the step say it in the reader's language.
     *
     * @param shown the same preview, which knows what its articles are called
     */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public List<String> said(StatusPreview preview, PreviewView shown, Actor merchant, Locale reader) {
        Map<Long, String> articles = shown.goods().stream().collect(Collectors.toMap(GoodsOfLine::lineId, GoodsOfLine::article));
        return parts.said(parts.entered(preview.getRequest(), preview.getTo(), preview.getChange(), merchant), articles, reader);
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
        return previewed.apply(number, token, merchant, preview -> preview.isStatusChange()
            ? Optional.of(new PreviewedStep(preview, sendMail, parts)) : Optional.empty());
    }

    /**
     * Queues a failed mail of a return again, to the shop or to its customer: to the address that the customer or the order has
     * now, which may have been corrected since. A link in it that was the former reader's alone becomes the present one's.
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
        if (toShop.contains(mail)) {
            outbox.sendAgain(mail, mail.getRecipient());
        } else {
            laterMails.sendAgain(request, mail);
        }
    }

    /** Whatever a merchant made of its text, the mail about a label speaks of one: without a label there is none to send. */
    static boolean lacksLabel(ReturnStatus to, ReturnDocument label) {
        return to == ReturnStatus.LABEL_SENT && label == null;
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
}
