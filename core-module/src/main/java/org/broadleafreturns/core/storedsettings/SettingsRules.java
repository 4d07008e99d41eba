package org.broadleafreturns.core.storedsettings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.request.ReturnStatus;

/** What settings can be. Objections name the inputs as {@link MerchantSettings} names its parts. */
final class SettingsRules {

    static final int MOST_DAYS = 3650;
    static final int MOST_TRANSIT_DAYS = 365;
    static final int MOST_RETURNS = 999;
    static final int MOST_PHOTOS = 20;
    static final int MOST_NOTIFIED = 20;
    static final int DESCRIPTION_LENGTH = 500;
    /** In bytes. */
    static final long SMALLEST_FILE = 100 * 1024;
    /** In bytes. */
    static final long LARGEST_FILE = 100L * 1024 * 1024;

    private static final double MEGABYTE = 1024 * 1024;
    private static final Pattern PREFIX = Pattern.compile("[A-Z0-9]{0,6}");
    /** With what would end a line, and so a mail's header. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    private final List<Locale> languages;
    private final List<Objection> objections = new ArrayList<>();

    private SettingsRules(List<Locale> languages) {
        this.languages = languages;
    }

    /** @param languages in which texts can be written */
    static List<Objection> objections(MerchantSettings wanted, List<Locale> languages) {
        SettingsRules rules = new SettingsRules(languages);
        rules.checkRules(wanted);
        rules.checkMails(wanted);
        rules.checkTexts(wanted);
        return rules.objections;
    }

    private void checkRules(MerchantSettings wanted) {
        range("windowDays", wanted.windowDays(), 0, MOST_DAYS);
        if (wanted.windowStart() == null) {
            object("windowStart", "rtn.objection.settings.windowStart");
        }
        range("transitDays", wanted.transitDays(), 0, MOST_TRANSIT_DAYS);
        wanted.maximumReturnsPerOrder().ifPresent(most -> range("maximumReturnsPerOrder", most, 1, MOST_RETURNS));
        range("maximumPhotos", wanted.maximumPhotos(), 0, MOST_PHOTOS);
        if (wanted.maximumFileSize() < SMALLEST_FILE || wanted.maximumFileSize() > LARGEST_FILE) {
            object("maximumFileSize", "rtn.objection.settings.fileSize", SMALLEST_FILE / MEGABYTE, LARGEST_FILE / MEGABYTE);
        }
        if (!PREFIX.matcher(wanted.numberPrefix()).matches()) {
            object("numberPrefix", "rtn.objection.settings.prefix");
        }
        length("returnAddress", wanted.returnAddress(), SiteSettings.RETURN_ADDRESS_LENGTH);
        characters("returnAddress", wanted.returnAddress());
    }

    private void checkMails(MerchantSettings wanted) {
        length("senderName", wanted.senderName(), SiteSettings.NAME_LENGTH);
        if (CONTROL.matcher(wanted.senderName()).find() || !Characters.areWritable(wanted.senderName())) {
            object("senderName", "rtn.objection.settings.oneLine");
        }
        address("senderAddress", wanted.senderAddress());
        if (MailAddress.isValid(wanted.senderAddress()) && wanted.senderName().length() <= SiteSettings.NAME_LENGTH
                && MailAddress.header(wanted.senderName(), wanted.senderAddress()).length() > OutgoingMail.SENDER_LENGTH) {
            object("senderName", "rtn.objection.settings.sender");
        }
        wanted.notified().forEach(address -> address("notified", address));
        if (wanted.notified().size() > MOST_NOTIFIED
                || String.join(",", wanted.notified()).length() > SiteSettings.NOTIFIED_LENGTH) {
            object("notified", "rtn.objection.settings.notified", MOST_NOTIFIED);
        }
    }

    private void checkTexts(MerchantSettings wanted) {
        Set<Locale> used = new HashSet<>(wanted.formMessages().keySet());
        wanted.statusDescriptions().values().forEach(texts -> used.addAll(texts.keySet()));
        if (!languages.containsAll(used)) {
            object("", "rtn.objection.settings.language");
        }
        wanted.formMessages().forEach((language, html) -> {
            String field = "formMessage." + language.toLanguageTag();
            length(field, html, SettingsText.MAXIMUM_LENGTH);
            characters(field, html);
        });
        for (ReturnStatus status : ReturnStatus.values()) {
            Map<Locale, String> texts = wanted.statusDescriptions().getOrDefault(status, Map.of());
            texts.forEach((language, text) -> {
                String field = "statusDescription." + status.name() + "." + language.toLanguageTag();
                length(field, text, DESCRIPTION_LENGTH);
                characters(field, text);
            });
        }
    }

    private void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            object(field, "rtn.objection.settings.range", least, most);
        }
    }

    private void length(String field, String text, int most) {
        if (text.length() > most) {
            object(field, "rtn.objection.text.tooLong", most);
        }
    }

    private void characters(String field, String text) {
        if (!Characters.areWritable(text)) {
            object(field, "rtn.objection.text.characters");
        }
    }

    private void address(String field, String address) {
        if (address.isEmpty()) {
            object(field, "rtn.objection.settings.address.missing");
        } else if (!MailAddress.isValid(address)) {
            object(field, "rtn.objection.settings.address", address);
        }
    }

    private void object(String field, String code, Object... arguments) {
        objections.add(Objection.to(field, code, arguments));
    }
}
