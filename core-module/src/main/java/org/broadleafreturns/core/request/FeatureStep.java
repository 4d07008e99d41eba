package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.MailContent;

/**
 * A step of a feature that a merchant enters in a dialog of its own, sees the mail of, and confirms: {@link FeatureSteps} keeps it
 * meanwhile. It leaves the return's status as it is.
 */
@ForIntegrators
public interface FeatureStep extends Step {

    /** What was typed, by the names of its inputs, and what was made of it: the step is made of them again when it is confirmed. */
    Map<String, String> inputs(ReturnRequest request);

    /** The mail that the customer would get; empty if there is nobody to mail to. */
    Optional<MailContent> mail(ReturnRequest request);

    /** What others may have done since it was previewed. */
    default List<Objection> objectionsByNow(ReturnRequest request, Actor actor) {
        return objections(request, actor);
    }
}
