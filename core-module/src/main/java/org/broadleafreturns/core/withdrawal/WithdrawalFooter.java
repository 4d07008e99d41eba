package org.broadleafreturns.core.withdrawal;

import org.broadleafreturns.core.installation.InstallationNotes;

/** Notes that the link was shown in the footer, which the check of the installation asks for. */
public class WithdrawalFooter {

    private final InstallationNotes notes;

    WithdrawalFooter(InstallationNotes notes) {
        this.notes = notes;
    }

    public void shown() {
        notes.once(WithdrawalCheck.FOOTER);
    }
}
