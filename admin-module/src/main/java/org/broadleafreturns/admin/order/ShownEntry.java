package org.broadleafreturns.admin.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.broadleafreturns.admin.panel.EntryWords;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.MerchantEntryView;
import org.broadleafreturns.core.request.MerchantReturnView;

/**
 * An entry of the journal in the panel. Public for the templates.
 *
 * @param goods in words, what the step said of the goods, or put right, line by line, and what else a feature says of an entry of its own
 * @param mail the one that told the customer, or null
 */
public record ShownEntry(MerchantEntryView entry, List<String> goods, ShownMail mail) {

    /**
     * Newest first.
     *
     * @param further what features say of entries of their own
     */
    static List<ShownEntry> of(MerchantReturnView view, boolean mayChange, GoodsWords words, List<EntryWords> further, Locale reader) {
        List<ShownEntry> journal = new ArrayList<>();
        view.journal().forEach(entry -> {
            List<String> said = new ArrayList<>(entry.corrected().isEmpty() ? words.of(entry.goods(), reader)
                : words.corrected(entry.corrected(), reader));
            further.forEach(feature -> said.addAll(feature.of(entry, view)));
            journal.add(new ShownEntry(entry, said,
                entry.mail() == null ? null : ShownMail.toCustomer(entry.mail(), view.mailAddress(), mayChange)));
        });
        Collections.reverse(journal);
        return journal;
    }
}
