package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.platform.ArticleDetails;

/**
 * An order as the page of its returns shows it.
 *
 * @param returns newest first
 * @param details what tells articles of the order from others of their name, by identifier of the order item: those of the returns
 *     and those that were asked for beside them
 */
@ForIntegrators
public record OrderView(List<MerchantReturnView> returns, Map<Long, ArticleDetails> details) {

    public OrderView {
        returns = List.copyOf(returns);
        details = Map.copyOf(details);
    }
}
