package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;

/**
 * Puts returns right until they are decided, in two steps as {@link StatusChangeService} changes their status: {@link #preview}
 * checks what a merchant entered and keeps it with the mail that the customer would get, {@link #apply} does it.
 */
@ForIntegrators
public class CorrectionService {

    private final StatusPreviews previews;
    private final CorrectionRules rules;
    private final ReturnMails mails;
    private final FoundReturns found;
    private final ReturnSteps steps;
    private final PreviewedSteps previewed;
    private final Clock clock;

    CorrectionService(StatusPreviews previews, CorrectionRules rules, ReturnMails mails, FoundReturns found, ReturnSteps steps,
            PreviewedSteps previewed, Clock clock) {
        this.previews = previews;
        this.rules = rules;
        this.mails = mails;
        this.found = found;
        this.steps = steps;
        this.previewed = previewed;
        this.clock = clock;
    }

    /**
     * Checks a correction and keeps it for {@link #apply}. The return stays as it is and nothing is sent.
     *
     * @throws ReturnNotFoundException if there is no such return
     * @throws StaleReturnException if the return was changed since the form was opened
     * @throws ReturnRefusedException if something was entered that cannot be; nothing is kept then
     */
    public StatusPreview preview(Correction correction, Actor merchant) {
        CorrectionStep step = step(correction, false);
        return steps.preview(correction.number(), step, merchant, step::content, (request, letter) ->
            previews.save(new StatusPreview(UUID.randomUUID().toString(), request, correction, step.to(request), merchant,
                letter.map(Step.Letter::content).orElse(null), Date.from(clock.instant()))));
    }

    /**
     * Does at once what nobody has previewed.
     *
     * @param sendMail whether the customer gets the mail that a preview would have shown
     * @throws ReturnNotFoundException if there is no such return
     * @throws StaleReturnException if the return was changed since that version
     * @throws ReturnRefusedException if something stands against it, or there is nobody to mail to; nothing is done then
     */
    public ReturnRequest execute(Correction correction, boolean sendMail, Actor actor) {
        return steps.execute(correction.number(), step(correction, sendMail), actor);
    }

    private CorrectionStep step(Correction correction, boolean sendMail) {
        return new CorrectionStep(correction, sendMail, rules, mails, found);
    }

    /**
     * Does what was previewed, and queues the previewed mail if wanted, all or nothing. A second call with the same token
     * changes nothing more.
     *
     * @param number of the return that the preview must be of
     * @throws ReturnNotFoundException if there is no such preview of this merchant, or it was thrown away
     * @throws StaleReturnException if the return was changed since the preview
     * @throws ReturnRefusedException if what was possible at the preview no longer is, or there is nobody to mail to
     */
    public ReturnRequest apply(String number, String token, boolean sendMail, Actor merchant) {
        return previewed.apply(number, token, merchant, preview -> preview.isCorrection()
            ? Optional.of(new PreviewedCorrection(preview, sendMail, rules, mails, found)) : Optional.empty());
    }
}
