package org.broadleafreturns.core.installation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the lines that the integrator adds to the storefront's templates were ever shown, once the storefront has been
 * installed for a while.
 */
class TemplateCheck implements InstallationCheck {

    /** Long enough for somebody to look into the account. */
    private static final Duration WHILE = Duration.ofHours(1);

    private final InstallationNotes notes;
    private final Clock clock;

    TemplateCheck(InstallationNotes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        boolean installed = notes.find(StorefrontPart.INSTALLED.note())
            .filter(note -> note.since().plus(WHILE).isBefore(clock.instant())).isPresent();
        List<Finding> findings = new ArrayList<>();
        if (installed) {
            if (notes.find(StorefrontPart.MENU_ITEM.note()).isEmpty()) {
                findings.add(Finding.of("rtn.check.menuItem"));
            }
            if (notes.find(StorefrontPart.ORDER_LINK.note()).isEmpty()) {
                findings.add(Finding.of("rtn.check.orderLink"));
            }
        }
        return findings;
    }
}
