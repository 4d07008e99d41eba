package org.broadleafreturns.core.mailtext;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.CurrentSite;
import org.broadleafreturns.core.settings.Languages;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of all mails of the current site: the merchant's own where there is one, else the shipped one, which are the messages
 * {@code rtn.mail.NAME.subject} and {@code rtn.mail.NAME.body} in the same language of placeholders, the body with what features add.
 */
public class MailTexts {

    private static final String ADDED = "rtn.mail.words.";

    private final StoredMailTexts stored;
    private final MailKinds kinds;
    private final MessageSource messages;
    private final ReturnsSettings settings;
    private final CurrentSite sites;
    private final Clock clock;

    MailTexts(StoredMailTexts stored, MailKinds kinds, MessageSource messages, ReturnsSettings settings, CurrentSite sites, Clock clock) {
        this.stored = stored;
        this.kinds = kinds;
        this.messages = messages;
        this.settings = settings;
        this.sites = sites;
        this.clock = clock;
    }

    /** The languages in which the merchant writes. */
    public List<Locale> languages() {
        return settings.languages();
    }

    /** The language in which a reader of that one is written to: the same if the merchant writes it, else the shop's. */
    public Locale languageFor(Locale reader) {
        return Languages.nearest(reader, languages(), settings.defaultLanguage());
    }

    /** The text that mails have now. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public EffectiveText inForce(MailKind mail, Locale language) {
        return own(mail, language).map(StoredMailText::effective)
            .orElseGet(() -> new EffectiveText(shipped(mail, language), EffectiveText.SHIPPED, null, null));
    }

    /** The same of several mails, each in a language, in one query. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Map<MailKind, MailText> inForce(Map<MailKind, Locale> mails) {
        if (mails.isEmpty()) {
            return Map.of();
        }
        List<StoredMailText> own = stored.find(sites.id(), mails.keySet().stream().map(MailKind::name).toList(),
            mails.values().stream().map(Locale::toLanguageTag).distinct().toList());
        Map<MailKind, MailText> found = new HashMap<>();
        mails.forEach((mail, language) -> found.put(mail, own.stream()
            .filter(text -> text.getMail().equals(mail.name()) && text.getLanguageTag().equals(language.toLanguageTag()))
            .findFirst().map(text -> text.effective().text()).orElseGet(() -> shipped(mail, language))));
        return found;
    }

    /** The text that a mail has as long as the merchant does not write another. */
    public MailText shipped(MailKind mail, Locale language) {
        StringBuilder body = new StringBuilder(required(mail.bodyCode(), language));
        kinds.placeholdersOf(mail).stream().filter(placeholder -> !mail.placeholders().contains(placeholder))
            .flatMap(added -> words(ADDED + added.word(), language).stream()).forEach(words -> body.append('\n').append(words));
        return new MailText(required(mail.subjectCode(), language), body.toString());
    }

    private String required(String code, Locale language) {
        return words(code, language).orElseGet(() -> messages.getMessage(code, null, settings.defaultLanguage()));
    }

    /** A feature may have come with fewer languages than the shop has. */
    private Optional<String> words(String code, Locale language) {
        return Stream.of(language, settings.defaultLanguage()).map(tried -> messages.getMessage(code, null, "", tried))
            .filter(words -> !words.isEmpty()).findFirst();
    }

    /**
     * Looks at what somebody typed.
     *
     * @return the text as it would be stored: without what a mail cannot have
     * @throws MailTextRefusedException if it cannot be rendered, names something that the mail does not know, or is too long
     */
    public MailText check(MailKind mail, MailText typed) {
        String subject = typed.subject().strip();
        String body = typed.body().strip().replaceAll("\\R", "\n");
        Set<Placeholder> known = kinds.placeholdersOf(mail);
        List<Objection> objections = new ArrayList<>(TextRules.objectionsToSubject(known, subject));
        objections.addAll(TextRules.objectionsToBody(known, body));
        if (!objections.isEmpty()) {
            throw new MailTextRefusedException(objections);
        }
        String clean = MailHtml.clean(known, body);
        objections.addAll(TextRules.objectionsToBody(known, clean));
        if (!objections.isEmpty()) {
            throw new MailTextRefusedException(objections);
        }
        return new MailText(subject, clean);
    }

    /** Whether {@link #check} leaves all of what somebody typed, or takes away what a mail cannot have. */
    public boolean keepsAll(MailKind mail, MailText typed) {
        return MailHtml.isClean(kinds.placeholdersOf(mail), typed.body());
    }

    /**
     * Makes a text the one that mails have from now on.
     *
     * @throws MailTextRefusedException as {@link #check} does
     * @throws StaleMailTextException if somebody else has changed the text since the editor was opened
     */
    @Transactional("blTransactionManager")
    public void save(MailTextEdit edit) {
        MailText text = check(edit.mail(), edit.text());
        Optional<StoredMailText> own = own(edit.mail(), edit.language());
        requireVersion(own, edit.version());
        StoredMailText written = own.orElseGet(() -> new StoredMailText(sites.id(), edit.mail(), edit.language()));
        written.write(text, edit.editor(), Date.from(clock.instant()));
        try {
            stored.saveAndFlush(written);
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException writtenMeanwhile) {
            throw new StaleMailTextException();
        }
    }

    /**
     * Throws the merchant's own text away, so that the shipped one is in force again. Does nothing where there is none.
     *
     * @param version of the text that the editor was opened with
     * @throws StaleMailTextException if somebody else has changed the text since
     */
    @Transactional("blTransactionManager")
    public void backToShipped(MailKind mail, Locale language, int version) {
        Optional<StoredMailText> own = own(mail, language);
        if (own.isEmpty()) {
            return;
        }
        requireVersion(own, version);
        try {
            stored.delete(own.get());
            stored.flush();
        } catch (OptimisticLockingFailureException writtenMeanwhile) {
            throw new StaleMailTextException();
        }
    }

    private Optional<StoredMailText> own(MailKind mail, Locale language) {
        return stored.find(sites.id(), mail.name(), language.toLanguageTag());
    }

    private static void requireVersion(Optional<StoredMailText> own, int version) {
        if (own.map(StoredMailText::getVersion).orElse(EffectiveText.SHIPPED) != version) {
            throw new StaleMailTextException();
        }
    }
}
