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

    /** Writes a text in place of another. */
    void fill(Long mailId, String place, String text) {
        database.query("SELECT HTML_BODY, TEXT_BODY FROM RTN_MAIL_BODY WHERE MAIL_ID = ?", (row, number) ->
            new String[] {row.getString(1), row.getString(2)}, mailId).forEach(body ->
            database.update("UPDATE RTN_MAIL_BODY SET HTML_BODY = ?, TEXT_BODY = ? WHERE MAIL_ID = ?", body[0].replace(place, text),
                body[1].replace(place, text), mailId));
    }
}
