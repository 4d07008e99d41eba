package org.broadleafreturns.admin.order;

import java.util.List;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ShownPart;

/**
 * One return as the panel on the order's page shows it. Public for the templates.
 *
 * @param ret what the customer sees too
 * @param changeable whether the button is shown that changes the status
 * @param correctable whether the button is shown that corrects it
 * @param above the parts above the facts
 * @param facts the parts that are rows of the facts
 * @param below the parts below the facts
 */
public record ReturnPanel(ReturnView ret, boolean changeable, boolean correctable, List<ShownPart> above, List<ShownPart> facts,
        List<ShownPart> below) {
}
