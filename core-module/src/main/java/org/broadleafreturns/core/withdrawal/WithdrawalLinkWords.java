package org.broadleafreturns.core.withdrawal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.request.MailSubject;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnMailWords;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** The link in mails about a return to shoppers: whoever returns goods voluntarily may still withdraw. */
class WithdrawalLinkWords implements ReturnMailWords {

    /** The address of the page; empty where the storefront's is not known, or links stand in the footer alone. */
    static final Placeholder PAGE = new Placeholder("withdrawalPage", Placeholder.Kind.LINK);

    private static final List<MailKind> MAILS = ReturnMailKinds.all().stream()
        .filter(kind -> !kind.toShop() && !kind.equals(ReturnMailKinds.WITHDRAWN)).toList();
    private static final String ADDRESS = "/withdrawal";
    private static final String SAMPLE = "https://shop.example.com";

    private final WithdrawalTerms terms;
    private final ReturnsSettings settings;

    WithdrawalLinkWords(WithdrawalTerms terms, ReturnsSettings settings) {
        this.terms = terms;
        this.settings = settings;
    }

    @Override
    public Set<Placeholder> addedTo(MailKind kind) {
        return MAILS.contains(kind) ? Set.of(PAGE) : Set.of();
    }

    @Override
    public Map<Placeholder, Object> values(MailSubject subject) {
        String site = settings.mail().siteUrl();
        boolean withdrawn = subject.request().getStatedBasis().isWithdrawal();
        return withdrawn || site.isBlank() || !terms.enabled() || !terms.linksEverywhere() ? Map.of() : Map.of(PAGE, site + ADDRESS);
    }

    @Override
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        return Map.of(PAGE, SAMPLE + ADDRESS);
    }
}
