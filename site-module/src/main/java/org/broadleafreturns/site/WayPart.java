package org.broadleafreturns.site;

import java.util.Collection;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.ReturnView;

/**
 * The end of the way of returns: what a shopper gets, and by when. A bean of this type in the storefront's root context adds its
 * steps behind the decision; of a step that is {@linkplain WayStep.Standing#NOW next} the card of the return speaks, too.
 */
@ForIntegrators
public interface WayPart {

    /**
     * What is to be said of some returns, in the reader's language and in as many queries for many as for one.
     *
     * @return by identifier of the return; those of which there is nothing to say are missing
     */
    Map<Long, WayStep> of(Collection<ReturnView> returns);
}
