package org.broadleafreturns.core.mailtext;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All texts that the merchant has written. */
interface StoredMailTexts extends Repository<StoredMailText, Long> {

    StoredMailText saveAndFlush(StoredMailText text);

    void delete(StoredMailText text);

    void flush();

    /** Of each of the mails in each of the languages. */
    @Query("select t from StoredMailText t where t.siteId = :site and t.mail in (:mails) and t.languageTag in (:languages)")
    List<StoredMailText> find(@Param("site") long site, @Param("mails") Collection<String> mails,
        @Param("languages") Collection<String> languages);

    @Query("select t from StoredMailText t where t.siteId = :site and t.mail = :mail and t.languageTag = :language")
    Optional<StoredMailText> find(@Param("site") long site, @Param("mail") String mail, @Param("language") String language);
}
