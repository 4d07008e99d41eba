package org.broadleafreturns.core.withdrawal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The lines of all statements. */
interface WithdrawalLines extends Repository<WithdrawalLine, Long> {

    WithdrawalLine save(WithdrawalLine line);

    @Query("select l from WithdrawalLine l where l.withdrawalId in (:statements) order by l.id")
    List<WithdrawalLine> findOf(@Param("statements") Collection<Long> statements);

    /** What was picked, by the statement's identifier; statements of which nothing was are missing. */
    default Map<Long, List<WithdrawnLine>> pickedOf(Collection<WithdrawalStatement> statements) {
        return statements.isEmpty() ? Map.of() : findOf(statements.stream().map(WithdrawalStatement::getId).toList()).stream()
            .collect(Collectors.groupingBy(WithdrawalLine::getWithdrawalId, Collectors.mapping(WithdrawalLine::line, Collectors.toList())));
    }

    /** What was picked in one. */
    default List<WithdrawnLine> pickedOf(WithdrawalStatement statement) {
        return pickedOf(List.of(statement)).getOrDefault(statement.getId(), List.of());
    }

    /** What a statement says. */
    default WithdrawalContent contentOf(WithdrawalStatement statement) {
        return statement.content(pickedOf(statement));
    }
}
