package org.broadleafreturns.admin.refund;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.core.choice.RefundBehaviour;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.refund.RefundLimits;
import org.broadleafreturns.core.refund.RefundProposal;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;

/** The refund that is made with a decision, or not. A script fills in what is typed of the goods. */
class RefundField implements DialogPart {

    private final RefundViews refunds;
    private final RefundFields fields;
    private final ReturnAccess access;
    private final ReturnChoices choices;

    RefundField(RefundViews refunds, RefundFields fields, ReturnAccess access, ReturnChoices choices) {
        this.refunds = refunds;
        this.fields = fields;
        this.access = access;
        this.choices = choices;
    }

    @Override
    public String template() {
        return "rtn/refund/dialog";
    }

    @Override
    public Set<ReturnStatus> shownFor() {
        return EnumSet.of(ReturnStatus.ACCEPTED, ReturnStatus.PARTIALLY_ACCEPTED);
    }

    /** Not where a decision is taken back, nor for those who may not refund. */
    @Override
    public boolean isIn(OpenDialog dialog) {
        return dialog.request().filter(request -> !request.status().isDecision()).isPresent()
            && access.merchant().may(RefundLimits.PERMISSION);
    }

    @Override
    public Map<String, Object> model(OpenDialog dialog) {
        ReturnView shown = dialog.request().orElseThrow();
        Optional<RefundProposal> proposal = refunds.proposal(shown, false);
        boolean money = choices.refundBehaviour(shown.refundType()) == RefundBehaviour.MONEY;
        return proposal.isEmpty() ? Map.of() : fields.of(proposal.get(), money);
    }
}
