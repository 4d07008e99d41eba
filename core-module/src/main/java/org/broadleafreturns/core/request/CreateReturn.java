package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A merchant's word that a customer returns something, who called or came to the counter.
 *
 * @param orderId the platform's identifier of the order
 * @param lines what is returned
 * @param refundType the code of what the customer wants in exchange
 * @param comment what the customer says, or null
 * @param ground why the merchant does this, for the journal; may be null unless the customer could not have asked
 * @param confirm whether the customer gets the mail that confirms a request
 * @param submissionKey a random text that the form carries; what comes again with the same key is the same return
 * @param inputs what was typed for further {@linkplain StepPart parts}, by the names of their inputs; what is no part's is ignored
 */
@ForIntegrators
public record CreateReturn(Long orderId, List<SubmitReturn.Line> lines, String refundType, String comment, String ground,
        boolean confirm, String submissionKey, Map<String, String> inputs) {

    public CreateReturn {
        lines = List.copyOf(lines);
        inputs = Map.copyOf(inputs);
    }

    /** A return without anything for further parts. */
    public CreateReturn(Long orderId, List<SubmitReturn.Line> lines, String refundType, String comment, String ground,
            boolean confirm, String submissionKey) {
        this(orderId, lines, refundType, comment, ground, confirm, submissionKey, Map.of());
    }
}
