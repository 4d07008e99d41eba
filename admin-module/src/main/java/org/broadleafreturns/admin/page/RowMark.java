package org.broadleafreturns.admin.page;

import java.util.Collection;
import java.util.Set;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A small mark beside the numbers of some returns in the list. A bean of this type in the back office adds one; their order is that of
 * Spring's {@code @Order}.
 */
@ForIntegrators
public interface RowMark {

    /** What it is called in the page, in small letters: its element has the class {@code rtn-mark-} and this. */
    String name();

    /** The code of the message that says what it means, for whoever does not see it. */
    String words();

    /** Those of some returns that have it, by identifier, in as many queries for many as for one. */
    Set<Long> among(Collection<Long> returns);
}
