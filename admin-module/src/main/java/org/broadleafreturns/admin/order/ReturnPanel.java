package org.broadleafreturns.admin.order;

import java.util.Date;
import java.util.List;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ShownPart;

/**
 * One return as the panel on the order's page shows it. Public for the templates.
 *
 * @param ret what the customer sees too
 * @param changeable whether the button is shown that changes the status
 * @param correctable whether the button is shown that corrects it
 * @param next the status that it most likely gets next, or null
 * @param closed whether it is one line that can be opened
 * @param whole whether all of it is on the page; else it is fetched by whoever opens it
 * @param named whether the page was asked for it, or has to say something of it
 * @param articles what it asks for, in one line
 * @param closedOn the day on which it got its status, in words
 * @param attentionAt since when somebody should act, or from when on; null if nobody has to
 */
public record ReturnPanel(ReturnView ret, boolean changeable, boolean correctable, ReturnStatus next, boolean closed, boolean whole,
        boolean named, String articles, String closedOn, Date attentionAt, PanelParts.Pieces pieces) {

    /** The parts above the facts. */
    public List<ShownPart> above() {
        return pieces.at(ReturnPart.Place.ABOVE_FACTS);
    }

    /** The parts that are rows of the facts. */
    public List<ShownPart> facts() {
        return pieces.at(ReturnPart.Place.FACTS);
    }

    /** The parts below the facts. */
    public List<ShownPart> below() {
        return pieces.at(ReturnPart.Place.BELOW_FACTS);
    }

    /** The parts beside them. */
    public List<ShownPart> beside() {
        return pieces.at(ReturnPart.Place.BESIDE_FACTS);
    }

    /** What the parts say where there is but one line. */
    public List<String> brief() {
        return pieces.brief();
    }
}
