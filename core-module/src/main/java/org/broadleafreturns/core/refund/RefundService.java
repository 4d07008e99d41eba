package org.broadleafreturns.core.refund;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSteps;
import org.broadleafreturns.core.request.StatusPreview;

/**
 * Refunds returns that were decided before, in two steps as statuses are changed, and settles what has failed or is unknown. A refund that
 * is made with the decision is a part of that step.
 */
@ForIntegrators
public class RefundService {

    private final FeatureSteps featureSteps;
    private final ReturnSteps steps;
    private final RefundEntries entries;
    private final FailedParts failed;
    private final RefundWriting writing;
    private final RefundPermission permission;
    private final RefundDispatch dispatch;
    private final RefundMails mails;
    private final RefundWords words;

    RefundService(FeatureSteps featureSteps, ReturnSteps steps, RefundEntries entries, FailedParts failed,
            RefundWriting writing, RefundPermission permission, RefundDispatch dispatch, RefundMails mails,
            RefundWords words) {
        this.featureSteps = featureSteps;
        this.steps = steps;
        this.entries = entries;
        this.failed = failed;
        this.writing = writing;
        this.permission = permission;
        this.dispatch = dispatch;
        this.mails = mails;
        this.words = words;
    }

    /**
     * Checks a refund and keeps it for {@link #apply}. Nothing is refunded and nothing is sent.
     *
     * @throws ReturnNotFoundException if there is no such return
     * @throws StaleReturnException if the return was changed since the form was opened
     * @throws ReturnRefusedException if something was entered that cannot be; nothing is kept then
     */
    public StatusPreview preview(FeatureSteps.Kept entered, Actor merchant) {
        return featureSteps.preview(entered.number(), step(entered), merchant);
    }

    /** What the merchant confirms with a preview, lines of text in the reader's language. */
    public List<String> said(FeatureSteps.Kept entered, StatusPreview preview, Locale reader) {
        return entries.ofDecided(preview.getRequest(), entered.inputs()).map(refund -> words.preview(refund, reader)).orElse(List.of());
    }

    /**
     * Makes the refund that was previewed. Gateways are asked before this answers, for as long as their time limit allows.
     *
     * @param number of the return that the preview must be of
     * @throws ReturnNotFoundException if there is no such preview of this merchant, or it was thrown away
     * @throws StaleReturnException if the return was changed since the preview
     * @throws ReturnRefusedException if what was possible at the preview no longer is, or there is nobody to mail to
     */
    public ReturnRequest apply(String number, String token, boolean sendMail, Actor merchant) {
        return featureSteps.apply(number, token, RefundStep.NAME, sendMail, merchant, this::step);
    }

    /**
     * Checks whether the customer can be told of the decision without the refund that its mail waits for, and keeps that mail for
     * {@link #applyTelling}.
     *
     * @throws ReturnRefusedException if no mail waits for a refund; and as {@link #preview}
     */
    public StatusPreview previewTelling(FeatureSteps.Kept entered, Actor merchant) {
        return featureSteps.preview(entered.number(), telling(entered), merchant);
    }

    /**
     * Tells the customer so, or nothing; the mail that waits for the refund never goes out.
     *
     * @throws ReturnRefusedException if no mail waits any more; and as {@link #apply}
     */
    public ReturnRequest applyTelling(String number, String token, boolean sendMail, Actor merchant) {
        return featureSteps.apply(number, token, TellStep.NAME, sendMail, merchant, this::telling);
    }

    private TellStep telling(FeatureSteps.Kept entered) {
        return new TellStep(entered, writing, mails);
    }

    private RefundStep step(FeatureSteps.Kept entered) {
        return new RefundStep(entered, entries, writing, permission, dispatch, mails);
    }

    /**
     * Asks the gateway once more for what it has refused. A second call changes nothing more.
     *
     * @param partId the identifier of a {@link RefundView.Part} of that return
     * @throws ReturnRefusedException if it has not failed, others have refunded the same since, or the gateway has said by now that it
     *     has paid
     */
    public void tryAgain(String number, Long partId, Actor merchant) {
        steps.execute(number, new RefundAgain(partId, failed, writing, dispatch), merchant);
    }

    /**
     * Records that what the gateway has refused was paid back elsewhere, or by the gateway after all. What is missing of a refund of which
     * something was paid back, or what the gateway says by now that it has paid, can be recorded whatever was refunded since; the platform
     * has a transaction of it where what was captured has room. A second call changes nothing more. A mail that waits for the
     * refund and says another means goes on waiting; {@link #previewTelling} replaces it.
     *
     * @param partId the identifier of a {@link RefundView.Part} of that return
     * @param inputs {@code refund.elsewhere.means}, the name of one of {@link RefundMeans}, with {@code .reference}, {@code .date} and
     *     {@code .agreement} as those of a payment
     * @throws ReturnRefusedException if it has not failed, nothing of its refund was paid back and others have refunded the same since, or
     *     something was entered that cannot be
     */
    public void recordElsewhere(String number, Long partId, Map<String, String> inputs, Actor merchant) {
        Map<String, String> entered = new FeatureSteps.Kept(number, -1, inputs, null).inputs();
        steps.execute(number, new RefundElsewhere(partId, entered, entries.today(), failed, writing), merchant);
    }

    /**
     * Settles what nobody knows the outcome of. A second call changes nothing more.
     *
     * @param partId the identifier of a {@link RefundView.Part} of that return
     * @param wentThrough whether the gateway has paid back, as somebody has found out there
     * @throws ReturnRefusedException if its outcome is known
     */
    public void say(String number, Long partId, boolean wentThrough, Actor merchant) {
        steps.execute(number, new RefundSaid(partId, wentThrough, writing, permission), merchant);
    }
}
