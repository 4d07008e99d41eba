package org.broadleafreturns.core.request;

import java.util.Optional;
import java.util.function.Function;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.platform.OrderKey;

/** Finds the step that waits, for the merchant who confirms it, and has it executed. */
class PreviewedSteps {

    private final ReturnRequests requests;
    private final StatusPreviews previews;
    private final CurrentReturns current;
    private final ReturnSteps steps;

    PreviewedSteps(ReturnRequests requests, StatusPreviews previews, CurrentReturns current, ReturnSteps steps) {
        this.requests = requests;
        this.previews = previews;
        this.current = current;
        this.steps = steps;
    }

    /**
     * Executes what was previewed.
     *
     * @param number of the return, or null for any
     * @param step that of a preview; empty if it is none of those that can be confirmed here
     * @throws ReturnNotFoundException if there is no such preview of this merchant, or it was thrown away
     */
    ReturnRequest apply(String number, String token, Actor merchant, Function<StatusPreview, Optional<Step>> step) {
        return steps.inTurnOn(() -> orderOf(token), () -> {
            StatusPreview preview = current.anew(() -> previews.findByToken(token))
                .filter(found -> found.getMerchantId().equals(merchant.id()))
                .filter(found -> number == null || found.getRequest().getNumber().equals(number))
                .orElseThrow(ReturnNotFoundException::new);
            ReturnRequest request = current.refreshed(preview.getRequest());
            return steps.executeLocked(request, step.apply(preview).orElseThrow(ReturnNotFoundException::new), merchant);
        });
    }

    private OrderKey orderOf(String token) {
        return Optional.ofNullable(token).filter(Characters::areWritable).flatMap(previews::findRequestId)
            .flatMap(requests::findOrderKeyById)
            .orElseThrow(ReturnNotFoundException::new);
    }
}
