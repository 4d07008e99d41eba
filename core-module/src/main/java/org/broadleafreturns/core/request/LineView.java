package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.platform.ArticleDetails;

/**
 * A line of a return as pages show it. Public for the templates.
 *
 * @param orderItemId the platform's identifier of the order item
 * @param articleName as it was sold
 * @param details what tells the article from others of its name, in the reader's language
 * @param quantityKept accepted without coming back
 * @param quantityRefused here and not accepted; null where nobody has decided, or decided before arrivals were counted
 * @param quantityStaying refused, and not sent back
 * @param refusalReason the code of the reason for which what is not accepted was refused, or null
 * @param taken how many units nobody else can ask to return
 * @param reasonCode one of the codes that were on offer when the return was requested
 */
@ForIntegrators
public record LineView(Long id, Long orderItemId, String articleName, ArticleDetails details, int quantityRequested,
        int quantityReceived, int quantityKept, int quantityAccepted, Integer quantityRefused, int quantityStaying,
        String refusalReason, Decision decision, int taken, String reasonCode) {

    static LineView of(ReturnLine line, ArticleDetails details) {
        return new LineView(line.getId(), line.getOrderItemId(), line.getArticleName(), details, line.getQuantityRequested(),
            line.getQuantityReceived(), line.getQuantityKept(), line.getQuantityAccepted(),
            line.decision() == Decision.OPEN ? null : line.getQuantityRefused(), line.getQuantityStaying(), line.getRefusalReason(),
            line.decision(), line.taken(), line.getReasonCode());
    }

    /** Units that are neither here nor accepted without coming back. */
    public int quantityMissing() {
        return quantityRequested - quantityReceived - quantityKept;
    }

    /** Units that were asked for and are not accepted: refused ones, and those that never came. */
    public int quantityNotAccepted() {
        return quantityRequested - quantityAccepted;
    }

    /** Whether it was decided when nobody counted what arrived: then nothing can be said of that. */
    public boolean isUncounted() {
        return decision != Decision.OPEN && quantityRefused == null;
    }
}
