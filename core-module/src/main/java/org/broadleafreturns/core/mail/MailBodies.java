package org.broadleafreturns.core.mail;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores what mails say, of all mails of a change at once, before the mails themselves are written. */
class MailBodies {

    private final JdbcTemplate database;

    MailBodies(DataSource dataSource) {
        this.database = new JdbcTemplate(dataSource);
    }

    /** @param contents by identifier of the mail */
    void add(Map<Long, MailContent> contents) {
        database.batchUpdate("INSERT INTO RTN_MAIL_BODY (MAIL_ID, HTML_BODY, TEXT_BODY) VALUES (?, ?, ?)", contents.entrySet().stream()
            .map(mail -> new Object[] {mail.getKey(), mail.getValue().html(), mail.getValue().text()}).toList());
    }
}
