package org.broadleafreturns.core.withdrawal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.installation.Finding;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.installation.InstallationNotes;
import org.broadleafreturns.core.installation.StorefrontPart;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.MessageSource;

/** Whether the link stands where the law wants it, and says what the law says. */
class WithdrawalCheck implements InstallationCheck {

    /** Noted once the footer was shown. */
    static final String FOOTER = "storefront/withdrawal_footer";

    /** Long enough for somebody to look at any page. */
    private static final Duration WHILE = Duration.ofHours(1);

    private final WithdrawalTerms terms;
    private final ReturnsSettings settings;
    private final InstallationNotes notes;
    private final MessageSource messages;
    private final Clock clock;

    WithdrawalCheck(WithdrawalTerms terms, ReturnsSettings settings, InstallationNotes notes, MessageSource messages, Clock clock) {
        this.terms = terms;
        this.settings = settings;
        this.notes = notes;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (terms.enabled()) {
            if (notes.isNotedBefore(StorefrontPart.INSTALLED.note(), clock.instant().minus(WHILE)) && !notes.isNoted(FOOTER)) {
                findings.add(Finding.of("rtn.check.withdrawalFooter"));
            }
            settings.languages().forEach(language -> {
                addIfChanged(findings, language, terms.label(language), "rtn.withdrawal.label");
                addIfChanged(findings, language, terms.confirm(language), "rtn.withdrawal.confirm");
            });
        }
        return findings;
    }

    private void addIfChanged(List<Finding> findings, Locale language, String words, String ofLaw) {
        if (!words.equals(messages.getMessage(ofLaw, null, "", language))) {
            findings.add(Finding.of("rtn.check.withdrawalWords", language.toLanguageTag(), words));
        }
    }
}
