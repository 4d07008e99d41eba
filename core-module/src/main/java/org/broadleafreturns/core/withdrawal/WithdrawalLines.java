package org.broadleafreturns.core.withdrawal;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The lines of all statements. */
interface WithdrawalLines extends Repository<WithdrawalLine, Long> {

    WithdrawalLine save(WithdrawalLine line);

    @Query("select l from WithdrawalLine l where l.withdrawalId in (:statements) order by l.id")
    List<WithdrawalLine> findOf(@Param("statements") Collection<Long> statements);
}
