package org.broadleafreturns.core.document;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All stored documents, without their bytes. */
interface ReturnDocuments extends Repository<ReturnDocument, Long> {

    ReturnDocument save(ReturnDocument document);

    Optional<ReturnDocument> findById(Long id);

    void delete(ReturnDocument document);

    @Query("select count(d.id) from ReturnDocument d where d.id = :id and d.unattachedSince is not null")
    long countUnattached(@Param("id") Long id);

    @Query("select d from ReturnDocument d where d.unattachedSince < :before order by d.id")
    List<ReturnDocument> findUnattachedBefore(@Param("before") Date before, Pageable page);
}
