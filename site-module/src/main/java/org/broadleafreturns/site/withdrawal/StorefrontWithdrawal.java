package org.broadleafreturns.site.withdrawal;

import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafreturns.core.withdrawal.WithdrawalFooter;
import org.broadleafreturns.core.withdrawal.WithdrawalTerms;
import org.springframework.context.i18n.LocaleContextHolder;

/** What templates ask about withdrawing, as {@code ${#rtnWithdrawal.label}}. Public for the templates. */
public class StorefrontWithdrawal implements BroadleafVariableExpression {

    private final WithdrawalTerms terms;
    private final WithdrawalFooter footer;

    StorefrontWithdrawal(WithdrawalTerms terms, WithdrawalFooter footer) {
        this.terms = terms;
        this.footer = footer;
    }

    @Override
    public String getName() {
        return "rtnWithdrawal";
    }

    /** Whether the footer has the link. */
    public boolean isInFooter() {
        footer.shown();
        return terms.enabled();
    }

    /** Whether it stands beside orders too. */
    public boolean isBesideOrders() {
        return terms.enabled() && terms.linksEverywhere();
    }

    /** What the link says: the law's words, unless the shop has others. */
    public String getLabel() {
        return terms.label(LocaleContextHolder.getLocale());
    }
}
