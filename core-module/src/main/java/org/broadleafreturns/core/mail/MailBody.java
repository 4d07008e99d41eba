package org.broadleafreturns.core.mail;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * What a mail says, word for word. Apart from the mail, since whoever asks what became of many mails should not read what they
 * say. A mail that was blanked has none. Written by {@link MailBodies}.
 */
@Entity
@Table(name = "RTN_MAIL_BODY")
class MailBody {

    /** The mail's own. */
    @Id
    @Column(name = "MAIL_ID")
    private Long id;

    @Column(name = "HTML_BODY", nullable = false, length = Integer.MAX_VALUE - 1)
    private String html;

    @Column(name = "TEXT_BODY", nullable = false, length = Integer.MAX_VALUE - 1)
    private String text;

    /** For the persistence provider. */
    protected MailBody() {
    }

    MailBody(Long mailId, MailContent content) {
        this.id = mailId;
        this.html = content.html();
        this.text = content.text();
    }

    String html() {
        return html;
    }

    String text() {
        return text;
    }
}
