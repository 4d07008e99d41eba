package org.broadleafreturns.core.withdrawal;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Which returns follow which statements. */
interface WithdrawalReturns extends Repository<WithdrawalReturn, WithdrawalReturn.Key> {

    WithdrawalReturn save(WithdrawalReturn made);

    @Query("select r.key.requestId from WithdrawalReturn r where r.key.withdrawalId = :statement")
    List<Long> findOfStatement(@Param("statement") Long statement);

    @Query("select count(r) from WithdrawalReturn r where r.key.withdrawalId = :statement and r.key.requestId = :request")
    long count(@Param("statement") Long statement, @Param("request") Long request);

    /** Of some returns: the return's identifier, and the statement's number and moment; the first statement first. */
    @Query("select r.key.requestId, w.number, w.statedAt, w.statedUtc from WithdrawalReturn r, WithdrawalStatement w"
        + " where w.id = r.key.withdrawalId and r.key.requestId in (:requests) order by w.statedUtc, w.id")
    List<Object[]> findStatements(@Param("requests") Collection<Long> requests);
}
