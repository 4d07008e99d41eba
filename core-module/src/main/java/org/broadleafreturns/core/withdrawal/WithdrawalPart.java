package org.broadleafreturns.core.withdrawal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.EnteredStep;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StepPart;

/** Of a return that is made of a statement: which one it follows. */
class WithdrawalPart implements StepPart {

    /** The statement's number. */
    static final String NUMBER = "withdrawal";

    private final WithdrawalStatements statements;
    private final WithdrawalReturns returns;

    WithdrawalPart(WithdrawalStatements statements, WithdrawalReturns returns) {
        this.statements = statements;
        this.returns = returns;
    }

    @Override
    public String name() {
        return NUMBER;
    }

    @Override
    public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        return to == ReturnStatus.REQUESTED ? Set.of(NUMBER) : Set.of();
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        return step.input(NUMBER) == null || statement(step).isPresent() ? List.of()
            : List.of(Objection.general("rtn.objection.withdrawal.otherOrder"));
    }

    /** One about the return's order alone. */
    private Optional<WithdrawalStatement> statement(EnteredStep step) {
        return WithdrawalNumber.parse(step.input(NUMBER)).flatMap(statements::findByNumber)
            .filter(statement -> step.request().getOrderId().equals(statement.getOrderId()));
    }

    @Override
    public void perform(EnteredStep step, Happening happening) {
        if (step.input(NUMBER) != null) {
            returns.save(new WithdrawalReturn(statement(step).orElseThrow().getId(), step.request().getId()));
        }
    }
}
