package org.broadleafreturns.admin.status;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafreturns.admin.panel.EntryWords;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.LineView;
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
        Map<String, String> articles = view.shown().lines().stream().collect(Collectors.toMap(line -> line.orderItemId().toString(),
            UnsentEntry::called, (one, other) -> one));
        return entry.details().entrySet().stream().map(units ->
            words.message("rtn.unsent.said", articles.getOrDefault(units.getKey(), ""), Integer.valueOf(units.getValue()))).toList();
    }

    private static String called(LineView line) {
        return line.details().after(line.articleName());
    }
}
