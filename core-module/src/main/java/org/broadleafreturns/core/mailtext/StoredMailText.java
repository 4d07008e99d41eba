package org.broadleafreturns.core.mailtext;

import java.util.Date;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.UniqueConstraint;
import javax.persistence.Version;

/** The merchant's own text of a mail in one language. Where there is none, the shipped text is in force. */
@Entity
@Table(name = "RTN_MAIL_TEXT", uniqueConstraints =
    @UniqueConstraint(name = "RTN_MAIL_TEXT_ONCE", columnNames = {"SITE_ID", "MAIL_NAME", "LANGUAGE_TAG"}))
@TableGenerator(name = "RtnMailText", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_MAIL_TEXT", allocationSize = 10)
public class StoredMailText {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnMailText")
    @Column(name = "MAIL_TEXT_ID")
    private Long id;

    @Column(name = "SITE_ID", nullable = false, updatable = false)
    private long siteId;

    @Column(name = "MAIL_NAME", nullable = false, updatable = false, length = 30)
    private String mail;

    @Column(name = "LANGUAGE_TAG", nullable = false, updatable = false, length = 35)
    private String languageTag;

    @Column(name = "SUBJECT", nullable = false, length = MailText.SUBJECT_LENGTH)
    private String subject;

    @Column(name = "BODY", nullable = false, length = Integer.MAX_VALUE - 1)
    private String body;

    @Column(name = "CHANGED_BY", nullable = false)
    private String changedBy;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "CHANGED_AT", nullable = false)
    private Date changedAt;

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    /** For the persistence provider. */
    protected StoredMailText() {
    }

    StoredMailText(long siteId, MailKind mail, Locale language) {
        this.siteId = siteId;
        this.mail = mail.name();
        this.languageTag = language.toLanguageTag();
    }

    void write(MailText text, String editor, Date when) {
        subject = text.subject();
        body = text.body();
        changedBy = editor;
        changedAt = when;
    }

    /** The name of a kind, or of one that there was. */
    String getMail() {
        return mail;
    }

    String getLanguageTag() {
        return languageTag;
    }

    int getVersion() {
        return version;
    }

    EffectiveText effective() {
        return new EffectiveText(new MailText(subject, body), version, changedBy, changedAt);
    }
}
