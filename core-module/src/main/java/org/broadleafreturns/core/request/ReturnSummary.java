package org.broadleafreturns.core.request;

import java.util.Date;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A return as a row of a list. Public for the templates.
 *
 * @param articleCount the sum of the requested quantities
 */
@ForIntegrators
public record ReturnSummary(String number, String orderNumber, ReturnStatus status, Date submittedAt, int articleCount) {

    static ReturnSummary of(ReturnRequest request) {
        return new ReturnSummary(request.getNumber(), request.getOrderNumber(), request.getStatus(), request.getSubmittedAt(),
            request.getArticleCount());
    }
}
