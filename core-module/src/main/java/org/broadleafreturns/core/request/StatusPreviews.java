package org.broadleafreturns.core.request;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All previews that are kept. */
interface StatusPreviews extends Repository<StatusPreview, Long> {

    StatusPreview save(StatusPreview preview);

    void delete(StatusPreview preview);

    @Query("select p from StatusPreview p where p.token = :token")
    List<StatusPreview> findByToken(@Param("token") String token);

    /** Its return's identifier. The order is looked up by that: of a join, databases have read all returns. */
    @Query("select p.request.id from StatusPreview p where p.token = :token")
    Optional<Long> findRequestId(@Param("token") String token);

    @Query("select p from StatusPreview p left join fetch p.label where p.request.id in :requestIds")
    List<StatusPreview> findByRequests(@Param("requestIds") Collection<Long> requestIds);

    @Query("select p from StatusPreview p left join fetch p.label where p.createdAt < :before order by p.id")
    List<StatusPreview> findCreatedBefore(@Param("before") Date before, Pageable most);
}
