package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.mail.MailContent;

/**
 * Steps of features that merchants enter and confirm, in two steps as {@link StatusChangeService} changes statuses: {@link #preview}
 * checks one and keeps it with its mail, {@link #apply} does it.
 */
@ForIntegrators
public class FeatureSteps {

    private final StatusPreviews previews;
    private final ReturnSteps steps;
    private final PreviewedSteps previewed;
    private final Clock clock;

    FeatureSteps(StatusPreviews previews, ReturnSteps steps, PreviewedSteps previewed, Clock clock) {
        this.previews = previews;
        this.steps = steps;
        this.previewed = previewed;
        this.clock = clock;
    }

    /**
     * What was entered for a step, as it was kept.
     *
     * @param number of the return
     * @param version of the return then
     * @param inputs without those that are blank
     * @param message to the customer, or null
     */
    public record Kept(String number, int version, Map<String, String> inputs, String message) {

        public Kept {
            Map<String, String> own = new TreeMap<>();
            inputs.forEach((name, text) -> {
                if (Texts.orNull(text) != null) {
                    own.put(name, Texts.orNull(text));
                }
            });
            inputs = Collections.unmodifiableMap(own);
            message = Texts.orNull(message);
        }
    }

    /**
     * Checks a step and keeps it for {@link #apply}. Nothing is changed and nothing is sent.
     *
     * @throws ReturnNotFoundException if there is no such return
     * @throws StaleReturnException if the return was changed since the form was opened
     * @throws ReturnRefusedException if something was entered that cannot be; nothing is kept then
     */
    public StatusPreview preview(String number, FeatureStep step, Actor merchant) {
        return steps.preview(number, step, merchant, request -> mail(request, step),
            (request, mail) -> previews.save(new StatusPreview(UUID.randomUUID().toString(), request, step.name(), step.inputs(request),
                step.message(), merchant, mail.orElse(null), Date.from(clock.instant()))));
    }

    private static Optional<MailContent> mail(ReturnRequest request, FeatureStep step) {
        List<Objection> objections = new ArrayList<>(Texts.objectionTo("message", step.message()).stream().toList());
        step.inputs(request).forEach((name, text) -> Texts.objectionTo(name, text).ifPresent(objections::add));
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
        return step.mail(request);
    }

    /**
     * Does what was previewed, and queues the previewed mail if wanted, all or nothing. A second call with the same token changes
     * nothing more.
     *
     * @param number of the return that the preview must be of
     * @param name of the step
     * @param remade the step anew, of what was kept of it
     * @throws ReturnNotFoundException if there is no such preview of this merchant, or it was thrown away
     * @throws StaleReturnException if the return was changed since the preview
     * @throws ReturnRefusedException if what was possible at the preview no longer is, or there is nobody to mail to
     */
    public ReturnRequest apply(String number, String token, String name, boolean sendMail, Actor merchant,
            Function<Kept, FeatureStep> remade) {
        return previewed.apply(number, token, merchant, preview -> preview.isOf(name)
            ? Optional.of(new PreviewedFeatureStep(preview, sendMail, remade.apply(new Kept(preview.getRequest().getNumber(),
                preview.getRequestVersion(), preview.getInputs(), preview.getMessage()))))
            : Optional.empty());
    }
}
