package org.broadleafreturns.admin.status;

import java.util.List;
import org.broadleafreturns.admin.panel.EntryWords;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.MerchantEntryView;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.request.ReturnRequest;

/** What the journal says of units that are kept because they never left the shop. */
class UnsentEntry implements EntryWords {

    private final MerchantWords words;

    UnsentEntry(MerchantWords words) {
        this.words = words;
    }

    @Override
    public List<String> of(MerchantEntryView entry, MerchantReturnView view) {
        if (!ReturnRequest.UNSENT.equals(entry.kind())) {
            return List.of();
        }
        return entry.details().entrySet().stream().map(units -> words.message("rtn.unsent.said",
            view.articles().getOrDefault(Long.valueOf(units.getKey()), ""), Integer.valueOf(units.getValue()))).toList();
    }
}
