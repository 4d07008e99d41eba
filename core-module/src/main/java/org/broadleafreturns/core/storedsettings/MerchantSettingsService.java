package org.broadleafreturns.core.storedsettings;

import java.time.Clock;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.MessageSource;

/** Reads and saves the settings of the current site as a whole, for the page on which a merchant changes them. */
public class MerchantSettingsService {

    private final SettingsStore store;
    private final ReturnsSettings properties;
    private final MessageSource messages;
    private final Clock clock;

    MerchantSettingsService(SettingsStore store, ReturnsSettings properties, MessageSource messages, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is in force now: what was saved last, or the properties if nothing ever was. */
    public MerchantSettings current() {
        return store.find().orElseGet(this::ofProperties);
    }

    private MerchantSettings ofProperties() {
        String from = properties.mail().from();
        return new MerchantSettings(MerchantSettings.NOT_STORED, properties.enabled(), properties.numberPrefix(),
            properties.requestWindow().days(), properties.requestWindow().start(), properties.requestWindow().transitDays(),
            properties.maximumReturnsPerOrder(), properties.maximumFileSize(), properties.maximumPhotos(),
            properties.returnAddress().orElse(""), MailAddress.nameIn(from), MailAddress.addressIn(from),
            properties.mail().notified(), properties.shopLanguage(), Map.of(), Map.of());
    }

    /**
     * Saves all settings at once; they are in force from the next request on, on every node.
     *
     * @param wanted texts are cleaned, see {@link SafeHtml}; blank ones count as none
     * @param who the merchant's name, kept with the settings
     * @throws SettingsRefusedException if something cannot be; nothing is saved then
     * @throws StaleSettingsException if somebody else saved since these were read; nothing is saved then
     */
    public void save(MerchantSettings wanted, String who) {
        MerchantSettings cleaned = cleaned(wanted);
        List<Objection> objections = SettingsRules.objections(cleaned, properties.languages());
        if (!objections.isEmpty()) {
            throw new SettingsRefusedException(objections);
        }
        store.change(wanted.version(),
            stored -> stored.change(cleaned, properties.languages(), Date.from(clock.instant()), who));
    }

    /** The module's own description of a status, which holds where the merchant has written none. */
    public String usualDescription(ReturnStatus status, Locale language) {
        return messages.getMessage(StoredReturnsSettings.descriptionCode(status.name()), null, "", language);
    }

    private static MerchantSettings cleaned(MerchantSettings typed) {
        Map<ReturnStatus, Map<Locale, String>> descriptions = new EnumMap<>(ReturnStatus.class);
        typed.statusDescriptions().forEach((status, texts) ->
            descriptions.put(status, written(texts, MerchantSettingsService::unified)));
        return new MerchantSettings(typed.version(), typed.enabled(), typed.numberPrefix().strip(), typed.windowDays(),
            typed.windowStart(), typed.transitDays(), typed.maximumReturnsPerOrder(), typed.maximumFileSize(),
            typed.maximumPhotos(), unified(typed.returnAddress()), typed.senderName().strip(), typed.senderAddress().strip(),
            typed.notified().stream().map(String::strip).filter(address -> !address.isEmpty()).distinct().toList(),
            typed.shopLanguage(), written(typed.formMessages(), SafeHtml::ofTyped), descriptions);
    }

    private static Map<Locale, String> written(Map<Locale, String> texts, UnaryOperator<String> cleaning) {
        Map<Locale, String> written = new HashMap<>();
        texts.forEach((language, text) -> {
            String cleaned = cleaning.apply(text);
            if (!cleaned.isBlank()) {
                written.put(language, cleaned);
            }
        });
        return written;
    }

    /** Browsers send CR LF and count one character: what they let through must fit. */
    private static String unified(String typed) {
        return typed.strip().replaceAll("\\R", "\n");
    }
}
