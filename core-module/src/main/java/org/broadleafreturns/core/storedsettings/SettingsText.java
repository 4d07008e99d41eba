package org.broadleafreturns.core.storedsettings;

import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.UniqueConstraint;

/** One text for shoppers in one language. */
@Entity
@Table(name = "RTN_SETTINGS_TEXT",
    uniqueConstraints = @UniqueConstraint(columnNames = {"SITE_ID", "TEXT_KIND", "TEXT_SUBJECT", "LANGUAGE_TAG"}))
@TableGenerator(name = "RtnSettingsText", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_SETTINGS_TEXT", allocationSize = 10)
class SettingsText {

    /** In characters. */
    static final int MAXIMUM_LENGTH = 4000;

    /** What a text is for. */
    enum Kind {
        /** The top of the request form, as HTML. */
        FORM_MESSAGE,
        /** A status, which is the text's subject; plain. */
        STATUS_DESCRIPTION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnSettingsText")
    @Column(name = "TEXT_ID")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "SITE_ID", nullable = false, updatable = false)
    private SiteSettings settings;

    @Enumerated(EnumType.STRING)
    @Column(name = "TEXT_KIND", nullable = false, updatable = false, length = 30)
    private Kind kind;

    @Column(name = "TEXT_SUBJECT", nullable = false, updatable = false, length = 30)
    private String subject;

    @Column(name = "LANGUAGE_TAG", nullable = false, updatable = false, length = 35)
    private String languageTag;

    @Column(name = "TEXT_CONTENT", nullable = false, length = MAXIMUM_LENGTH)
    private String content;

    /** For the persistence provider. */
    protected SettingsText() {
    }

    SettingsText(SiteSettings settings, Kind kind, String subject, Locale language, String content) {
        this.settings = settings;
        this.kind = kind;
        this.subject = subject;
        this.languageTag = language.toLanguageTag();
        this.content = content;
    }

    boolean is(Kind otherKind, String otherSubject, Locale language) {
        return kind == otherKind && subject.equals(otherSubject) && languageTag.equals(language.toLanguageTag());
    }

    void rewrite(String newContent) {
        content = newContent;
    }

    Kind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    Locale language() {
        return Locale.forLanguageTag(languageTag);
    }

    String content() {
        return content;
    }
}
