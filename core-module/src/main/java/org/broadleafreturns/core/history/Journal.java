package org.broadleafreturns.core.history;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.NamedTexts;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the journals of all returns are written. */
@Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
public class Journal {

    private final JournalEntries entries;

    Journal(JournalEntries entries) {
        this.entries = entries;
    }

    /** Writes what has happened to a return, in the transaction in which it happens. */
    public void add(Long requestId, Collection<JournalEntry> happened) {
        happened.forEach(entry -> entries.save(entry.of(requestId)));
    }

    /** The identifier of the return whose customer a mail tells something; empty if the mail is no such one. */
    public Optional<Long> returnOfMail(Long mailId) {
        return entries.findByMail(mailId);
    }

    /** The same for several mails at once, by identifier of the mail. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<Long, Long> returnsOfMails(Collection<Long> mailIds) {
        return mailIds.isEmpty() ? Map.of() : entries.findByMails(mailIds).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1], (one, other) -> one));
    }

    /** Those of some returns in whose journals an entry of that kind has a note, by identifier. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Set<Long> noted(Collection<Long> requestIds, String kind) {
        return requestIds.isEmpty() ? Set.of() : Set.copyOf(entries.findNoted(requestIds, kind));
    }

    /** Blanks what is personal in the journals of returns whose customer is forgotten. */
    public void blank(Collection<Long> requestIds) {
        entries.blankContents(requestIds);
        entries.blankActors(Actor.Kind.CUSTOMER, requestIds);
    }

    /**
     * Blanks what is personal in the details of entries of a feature's own kinds.
     *
     * @param blanked details without it
     */
    public void blankDetails(Collection<Long> requestIds, Collection<String> kinds, UnaryOperator<Map<String, String>> blanked) {
        if (!requestIds.isEmpty()) {
            entries.findDetails(requestIds, kinds).forEach(row ->
                entries.replaceDetails((Long) row[0], NamedTexts.written(blanked.apply(NamedTexts.read((String) row[1])))));
        }
    }
}
