package org.broadleafreturns.admin.page;

import java.util.Optional;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.waiting.Backlog;

/**
 * A list of something else that is worked through beside the returns, to which a link stands behind their views. A bean of this type in
 * the back office adds one.
 */
@ForIntegrators
public interface ListBeside {

    /** Empty for whoever may not see it. */
    Optional<Link> link();

    /**
     * @param address within the back office, with a slash
     * @param title in the merchant's language
     * @param waiting how many wait in it; since when is not shown
     */
    record Link(String address, String title, Backlog waiting) {
    }
}
