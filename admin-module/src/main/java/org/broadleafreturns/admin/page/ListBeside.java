package org.broadleafreturns.admin.page;

import java.util.Optional;
import org.broadleafreturns.core.kernel.ForIntegrators;

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
     * @param count how many wait in it
     */
    record Link(String address, String title, long count) {
    }
}
