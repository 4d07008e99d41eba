package org.broadleafreturns.admin.panel;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.MerchantEntryView;
import org.broadleafreturns.core.request.MerchantReturnView;

/**
 * Says what the details of a feature's own entries of the journal mean, below the words of their kind. A bean of this type in the back
 * office is asked for each entry that the panel shows.
 */
@FunctionalInterface
@ForIntegrators
public interface EntryWords {

    /** Lines of text in the merchant's language; none for entries of other kinds. */
    List<String> of(MerchantEntryView entry, MerchantReturnView view);
}
