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

    /** What some statements say, by their identifiers. */
    default Map<Long, WithdrawalContent> contentsOf(Collection<WithdrawalStatement> statements) {
        if (statements.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<WithdrawnLine>> picked = findOf(statements.stream().map(WithdrawalStatement::getId).toList()).stream()
            .collect(Collectors.groupingBy(WithdrawalLine::getWithdrawalId, Collectors.mapping(WithdrawalLine::line, Collectors.toList())));
        return statements.stream().collect(Collectors.toMap(WithdrawalStatement::getId,
            one -> one.content(picked.getOrDefault(one.getId(), List.of()))));
    }

    /** What a statement says. */
    default WithdrawalContent contentOf(WithdrawalStatement statement) {
        return contentsOf(List.of(statement)).get(statement.getId());
    }
}
