package org.broadleafreturns.core.withdrawal;

import java.util.List;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnStatusChanged;
import org.springframework.context.event.EventListener;

/**
 * Statements whose return is called off, in the transaction of that: that somebody has withdrawn stands all the same, and unless another
 * return follows it, there is something to do about it again.
 */
class CalledOffReturns {

    private final WithdrawalStatements statements;
    private final WithdrawalReturns returns;
    private final ReturnLookup lookup;

    CalledOffReturns(WithdrawalStatements statements, WithdrawalReturns returns, ReturnLookup lookup) {
        this.statements = statements;
        this.returns = returns;
        this.lookup = lookup;
    }

    @EventListener
    void changed(ReturnStatusChanged change) {
        if (change.to() == ReturnStatus.CANCELLED) {
            leftBy(change.returnId()).forEach(WithdrawalStatement::reopen);
        }
    }

    /** Those with which merchants were done, and that no other return would follow without this one. */
    List<WithdrawalStatement> leftBy(Long returnId) {
        return statements.findHandledOfReturn(returnId).stream().filter(statement -> lookup.byIds(returns.findOfStatement(statement.getId())
            .stream().filter(other -> !other.equals(returnId)).toList()).stream()
            .allMatch(other -> other.getStatus() == ReturnStatus.CANCELLED)).toList();
    }
}
