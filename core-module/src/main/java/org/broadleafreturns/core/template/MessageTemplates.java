package org.broadleafreturns.core.template;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All message templates. */
interface MessageTemplates extends Repository<MessageTemplate, Long> {

    @Query("select distinct t from MessageTemplate t left join fetch t.wordings left join fetch t.texts where t.active = true"
        + " order by t.sortOrder, t.id")
    List<MessageTemplate> findActiveInOrder();
}
