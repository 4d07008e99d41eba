package org.broadleafreturns.core.delivery;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What is in a fulfilment group.
 *
 * @param groupId the group
 * @param parts of lines of the order, in the order of their identifiers
 */
@ForIntegrators
public record GroupContent(Long groupId, List<Part> parts) {

    /**
     * Some units of a line.
     *
     * @param itemId the order item
     * @param name the article's, as it was sold
     */
    public record Part(Long itemId, String name, int quantity) {
    }
}
