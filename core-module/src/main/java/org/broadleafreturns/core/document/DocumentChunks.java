package org.broadleafreturns.core.document;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The pieces of all documents kept in the database. */
interface DocumentChunks extends Repository<DocumentChunk, Long> {

    DocumentChunk save(DocumentChunk chunk);

    @Query("select c from DocumentChunk c where c.storageKey = :key and c.number = :number")
    Optional<DocumentChunk> find(@Param("key") String key, @Param("number") int number);

    @Modifying
    @Query("delete from DocumentChunk c where c.storageKey = :key")
    void deleteAll(@Param("key") String key);
}
