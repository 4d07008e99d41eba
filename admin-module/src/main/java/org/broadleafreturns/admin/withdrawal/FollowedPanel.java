package org.broadleafreturns.admin.withdrawal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.admin.access.WithdrawalAccess;
import org.broadleafreturns.admin.panel.EntryWords;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.core.request.MerchantEntryView;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.withdrawal.FollowedStatement;
import org.broadleafreturns.core.withdrawal.ReturnsOfStatements;

/** Which statement of withdrawal a return follows, with a link for whoever may see it; and what the journal says of it. */
class FollowedPanel implements ReturnPart, EntryWords {

    private static final String TAKEN = "WITHDRAWAL";

    private final ReturnsOfStatements returns;
    private final WithdrawalAccess access;
    private final WithdrawalTexts texts;

    FollowedPanel(ReturnsOfStatements returns, WithdrawalAccess access, WithdrawalTexts texts) {
        this.returns = returns;
        this.access = access;
        this.texts = texts;
    }

    @Override
    public Place place() {
        return Place.FACTS;
    }

    @Override
    public String template() {
        return "rtn/withdrawal/panel";
    }

    @Override
    public Map<Long, ?> models(PanelOrder order, List<MerchantReturnView> some) {
        Map<Long, FollowedStatement> followed = returns.followedBy(some.stream().map(view -> view.shown().id()).toList());
        Map<Long, ShownStatement> models = new HashMap<>();
        boolean linked = !followed.isEmpty() && access.mayRead();
        followed.forEach((id, statement) ->
            models.put(id, new ShownStatement(statement.number(), texts.moment(statement.stated()), linked)));
        return models;
    }

    @Override
    public List<String> of(MerchantEntryView entry, MerchantReturnView view) {
        return TAKEN.equals(entry.kind()) ? List.of(texts.message("rtn.admin.withdrawal.followed", entry.details().get("number")))
            : List.of();
    }
}
