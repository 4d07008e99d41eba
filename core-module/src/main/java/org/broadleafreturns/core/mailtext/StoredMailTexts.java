package org.broadleafreturns.core.mailtext;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All texts that the merchant has written. */
interface StoredMailTexts extends Repository<StoredMailText, Long> {

    StoredMailText saveAndFlush(StoredMailText text);

    void delete(StoredMailText text);

    void flush();

    @Query("select t from StoredMailText t where t.siteId = :site and t.mail = :mail and t.languageTag = :language")
    Optional<StoredMailText> find(@Param("site") long site, @Param("mail") String mail, @Param("language") String language);
}
