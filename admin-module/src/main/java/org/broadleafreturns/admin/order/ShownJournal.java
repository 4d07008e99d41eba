package org.broadleafreturns.admin.order;

import java.util.List;

/** The journal of a return in the panel, newest first. Public for the templates. */
public record ShownJournal(List<ShownEntry> entries) {

    /** Whether some of it is only shown to those who want to see all. */
    public boolean isFolded() {
        return entries.stream().anyMatch(ShownEntry::older);
    }
}
