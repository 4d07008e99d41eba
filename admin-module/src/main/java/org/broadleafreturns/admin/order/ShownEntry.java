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
 * @param older whether it is only shown to those who want to see all
 */
public record ShownEntry(MerchantEntryView entry, List<String> goods, ShownMail mail, boolean older) {

    /**
     * Newest first. At once are seen the newest and the last that tells of a status, what somebody wrote down for others, and mails that
     * can be sent again.
     *
     * @param further what features say of entries of their own
     */
    static List<ShownEntry> of(MerchantReturnView view, boolean mayChange, GoodsWords words, List<EntryWords> further, Locale reader) {
        List<MerchantEntryView> newestFirst = new ArrayList<>(view.journal());
        Collections.reverse(newestFirst);
        MerchantEntryView lastStatus = newestFirst.stream().filter(MerchantEntryView::isStatus).findFirst().orElse(null);
        List<ShownEntry> journal = new ArrayList<>();
        for (MerchantEntryView entry : newestFirst) {
            List<String> said = new ArrayList<>(entry.corrected().isEmpty() ? words.of(entry.goods(), reader)
                : words.corrected(entry.corrected(), reader));
            further.forEach(feature -> said.addAll(feature.of(entry, view)));
            ShownMail mail = entry.mail() == null ? null : ShownMail.toCustomer(entry.mail(), view.mailAddress(), mayChange);
            boolean seen = journal.isEmpty() || entry == lastStatus || isNote(entry) || mail != null && mail.again();
            journal.add(new ShownEntry(entry, said, mail, !seen));
        }
        return journal;
    }

    /** Whether it is there for its words alone, and not the reason of something else. */
    private static boolean isNote(MerchantEntryView entry) {
        return entry.note() != null && !entry.isStatus() && entry.corrected().isEmpty();
    }
}
