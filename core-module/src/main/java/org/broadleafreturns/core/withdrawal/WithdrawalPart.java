package org.broadleafreturns.core.withdrawal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.EnteredStep;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StepPart;
import org.springframework.context.MessageSource;

/** Of a return that is made of a statement: which one it follows. Of one that is called off: which one is new again with that. */
class WithdrawalPart implements StepPart {

    /** The statement's number. */
    static final String NUMBER = "withdrawal";

    private final WithdrawalStatements statements;
    private final WithdrawalReturns returns;
    private final CalledOffReturns calledOff;
    private final MessageSource messages;

    WithdrawalPart(WithdrawalStatements statements, WithdrawalReturns returns, CalledOffReturns calledOff, MessageSource messages) {
        this.statements = statements;
        this.returns = returns;
        this.calledOff = calledOff;
        this.messages = messages;
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
    public List<String> said(EnteredStep step, Map<Long, String> articles, Locale reader) {
        return step.to() != ReturnStatus.CANCELLED ? List.of() : calledOff.leftBy(step.request().getId()).stream()
            .map(statement -> messages.getMessage("rtn.withdrawal.newAgain", new Object[] {statement.getNumber()}, reader)).toList();
    }

    @Override
    public void perform(EnteredStep step, Happening happening) {
        if (step.input(NUMBER) != null) {
            returns.save(new WithdrawalReturn(statement(step).orElseThrow().getId(), step.request().getId()));
        }
    }
}
