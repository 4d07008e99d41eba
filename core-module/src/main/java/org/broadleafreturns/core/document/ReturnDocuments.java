package org.broadleafreturns.core.document;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All stored documents, without their bytes. */
interface ReturnDocuments extends Repository<ReturnDocument, Long> {

    ReturnDocument save(ReturnDocument document);

    Optional<ReturnDocument> findById(Long id);

    void delete(ReturnDocument document);
}
