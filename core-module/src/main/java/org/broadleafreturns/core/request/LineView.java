package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.platform.ArticleDetails;

/**
 * A line of a return as pages show it. Public for the templates.
 *
 * @param orderItemId the platform's identifier of the order item
 * @param articleName as it was sold
 * @param details what tells the article from others of its name, in the reader's language
 * @param taken how many units nobody else can ask to return
 * @param reasonCode one of the codes that were on offer when the return was requested
 */
@ForIntegrators
public record LineView(Long id, Long orderItemId, String articleName, ArticleDetails details, int quantityRequested,
        int quantityReceived, int quantityAccepted, Decision decision, int taken, String reasonCode) {

    static LineView of(ReturnLine line, ArticleDetails details) {
        return new LineView(line.getId(), line.getOrderItemId(), line.getArticleName(), details, line.getQuantityRequested(),
            line.getQuantityReceived(), line.getQuantityAccepted(), line.decision(), line.taken(), line.getReasonCode());
    }
}
