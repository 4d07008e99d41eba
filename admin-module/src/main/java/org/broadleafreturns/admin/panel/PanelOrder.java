package org.broadleafreturns.admin.panel;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.delivery.GroupContent;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.request.OrderStanding;

/**
 * The order on whose page the panel is.
 *
 * @param id the platform's identifier
 * @param submittedAt when it was submitted, or null
 * @param contents what is in its fulfilment groups; nothing of an order that was not submitted
 * @param details what tells its articles from others of their name, by identifier of the order item
 * @param standing how it stands for a merchant
 * @param mayChange whether the user may change returns
 */
@ForIntegrators
public record PanelOrder(Long id, Date submittedAt, List<GroupContent> contents, Map<Long, ArticleDetails> details,
        OrderStanding standing, boolean mayChange) {
}
