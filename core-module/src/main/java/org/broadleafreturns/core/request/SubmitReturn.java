package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A shopper's wish to return something.
 *
 * @param orderNumber of the order
 * @param customerId who asks
 * @param lines what they picked
 * @param refundType the code of what they want in exchange
 * @param comment free text, or null
 * @param languageInUse the language of the pages they see, or null
 * @param submissionKey a random text that the form carries; what comes again with the same key is the same request, so
 *     that a double click asks once
 * @param photos kept for this request and nothing else, which become the return's
 */
@ForIntegrators
public record SubmitReturn(String orderNumber, Long customerId, List<Line> lines, String refundType, String comment,
        Locale languageInUse, String submissionKey, List<ReturnDocument> photos) {

    public SubmitReturn {
        lines = List.copyOf(lines);
        photos = List.copyOf(photos);
    }

    /** A wish without photos. */
    public SubmitReturn(String orderNumber, Long customerId, List<Line> lines, String refundType, String comment,
            Locale languageInUse, String submissionKey) {
        this(orderNumber, customerId, lines, refundType, comment, languageInUse, submissionKey, List.of());
    }

    /**
     * @param orderItemId the platform's order item
     * @param quantity how many units, at least 1
     * @param reasonCode why
     */
    public record Line(Long orderItemId, int quantity, String reasonCode) {
    }
}
