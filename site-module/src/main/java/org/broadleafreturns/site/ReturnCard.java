package org.broadleafreturns.site;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnView;

/**
 * A return in the list of a shopper's. Public for the templates.
 *
 * @param pictures the addresses of its articles' pictures, by identifier of the order item; some have none
 */
public record ReturnCard(ReturnView shown, ReturnWay way, Map<Long, String> pictures) {

    private static final int ARTICLES = 4;

    public ReturnCard {
        pictures = Map.copyOf(pictures);
    }

    /** The lines that the card has room for. */
    public List<LineView> first() {
        return shown.lines().stream().limit(ARTICLES).toList();
    }

    /** How many lines there are besides. */
    public int further() {
        return Math.max(0, shown.lines().size() - ARTICLES);
    }
}
