package org.broadleafreturns.core.withdrawal;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.LegalBasis;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.StatedBasis;
import org.broadleafreturns.core.request.Step;

/** A return that runs already is taken as a withdrawal: its deadline and deductions follow the law from then on. */
class TakenAsWithdrawal implements Step {

    /** The kind of the journal's entry, whose details have the statement's {@code number}. */
    static final String KIND = "WITHDRAWAL";

    private final WithdrawalStatement statement;
    private final WithdrawalReturns returns;

    TakenAsWithdrawal(WithdrawalStatement statement, WithdrawalReturns returns) {
        this.statement = statement;
        this.returns = returns;
    }

    @Override
    public String name() {
        return "withdrawal";
    }

    @Override
    public boolean isDone(ReturnRequest request) {
        return returns.count(statement.getId(), request.getId()) > 0;
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        if (!request.getOrderId().equals(statement.getOrderId())) {
            return List.of(Objection.general("rtn.objection.withdrawal.otherOrder"));
        }
        return request.getStatus().isRunning() ? List.of() : List.of(Objection.general("rtn.objection.withdrawal.notRunning"));
    }

    /** An earlier statement goes on counting. */
    @Override
    public void perform(ReturnRequest request, Happening happening) {
        StatedBasis before = request.getStatedBasis();
        if (!before.isWithdrawal() || before.statedOn() == null || before.statedOn().isAfter(statement.stated().day())) {
            request.state(new StatedBasis(LegalBasis.WITHDRAWAL, statement.stated().day(), statement.getChannel(), before.sentOn()),
                happening);
        }
        returns.save(new WithdrawalReturn(statement.getId(), request.getId()));
        happening.note(request, happening.entry(KIND).detailed(Map.of("number", statement.getNumber())));
    }
}
