package org.broadleafreturns.core.installation;

import java.util.ArrayList;
import java.util.List;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** Whether mails have a sender, and links that a customer can follow. */
class AddressCheck implements InstallationCheck {

    private final ReturnsSettings settings;
    private final String siteUrlProperty;

    /** @param siteUrlProperty what the integrator has set, or empty if nothing was ever set */
    AddressCheck(ReturnsSettings settings, String siteUrlProperty) {
        this.settings = settings;
        this.siteUrlProperty = siteUrlProperty;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        ReturnsSettings.Mail mail = settings.mail();
        if (mail.from().endsWith("@localhost") || mail.from().endsWith("@localhost>")) {
            findings.add(Finding.of("rtn.check.sender", mail.from()));
        }
        if (siteUrlProperty.isBlank()) {
            if (mail.siteUrl().isBlank()) {
                findings.add(Finding.of("rtn.check.siteUrl.missing"));
            } else if (mail.siteUrl().matches("https?://(localhost|127\\.0\\.0\\.1)([:/].*)?")) {
                findings.add(Finding.of("rtn.check.siteUrl", mail.siteUrl()));
            }
        }
        return findings;
    }
}
