package org.broadleafreturns.core.storedsettings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.OneToMany;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.Version;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.storedsettings.SettingsText.Kind;

/** What the merchants of one site have set. Its texts come with it, so that one look-up by key answers every question. */
@Entity
@Table(name = "RTN_SETTINGS")
class SiteSettings {

    static final int ADDRESS_LENGTH = 254;
    static final int NAME_LENGTH = 100;
    static final int RETURN_ADDRESS_LENGTH = 500;
    static final int NOTIFIED_LENGTH = 2000;

    private static final int WHO_LENGTH = 255;
    private static final String NO_SUBJECT = "";
    private static final String BETWEEN_ADDRESSES = ",";

    @Id
    @Column(name = "SITE_ID")
    private Long siteId;

    @Column(name = "ENABLED", nullable = false)
    private boolean enabled;

    @Column(name = "NUMBER_PREFIX", nullable = false, length = 6)
    private String numberPrefix;

    @Column(name = "WINDOW_DAYS", nullable = false)
    private int windowDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "WINDOW_START", nullable = false, length = 20)
    private RequestWindow.Start windowStart;

    @Column(name = "TRANSIT_DAYS", nullable = false)
    private int transitDays;

    @Column(name = "MAX_PER_ORDER")
    private Integer maximumReturnsPerOrder;

    @Column(name = "MAX_FILE_SIZE", nullable = false)
    private long maximumFileSize;

    @Column(name = "MAX_PHOTOS", nullable = false)
    private int maximumPhotos;

    @Column(name = "RETURN_ADDRESS", nullable = false, length = RETURN_ADDRESS_LENGTH)
    private String returnAddress;

    @Column(name = "SENDER_NAME", nullable = false, length = NAME_LENGTH)
    private String senderName;

    @Column(name = "SENDER_ADDRESS", nullable = false, length = ADDRESS_LENGTH)
    private String senderAddress;

    @Column(name = "NOTIFIED", nullable = false, length = NOTIFIED_LENGTH)
    private String notified;

    @Column(name = "SHOP_LANGUAGE", length = 35)
    private String shopLanguage;

    @OneToMany(mappedBy = "settings", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    private List<SettingsText> texts = new ArrayList<>();

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "CHANGED_AT", nullable = false)
    private Date changedAt;

    @Column(name = "CHANGED_BY", nullable = false, length = WHO_LENGTH)
    private String changedBy;

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    /** For the persistence provider. */
    protected SiteSettings() {
    }

    SiteSettings(long siteId) {
        this.siteId = siteId;
    }

    /**
     * Takes over everything but the version. Texts in other languages than these stay.
     *
     * @param languages those in which the merchant could write
     */
    void change(MerchantSettings wanted, List<Locale> languages, Date when, String who) {
        enabled = wanted.enabled();
        numberPrefix = wanted.numberPrefix();
        windowDays = wanted.windowDays();
        windowStart = wanted.windowStart();
        transitDays = wanted.transitDays();
        maximumReturnsPerOrder =
            wanted.maximumReturnsPerOrder().isPresent() ? wanted.maximumReturnsPerOrder().getAsInt() : null;
        maximumFileSize = wanted.maximumFileSize();
        maximumPhotos = wanted.maximumPhotos();
        returnAddress = wanted.returnAddress();
        senderName = wanted.senderName();
        senderAddress = wanted.senderAddress();
        notified = String.join(BETWEEN_ADDRESSES, wanted.notified());
        shopLanguage = wanted.shopLanguage() == null ? null : wanted.shopLanguage().toLanguageTag();
        for (Locale language : languages) {
            write(Kind.FORM_MESSAGE, NO_SUBJECT, language, wanted.formMessages().get(language));
            for (ReturnStatus status : ReturnStatus.values()) {
                write(Kind.STATUS_DESCRIPTION, status.name(), language,
                    wanted.statusDescriptions().getOrDefault(status, Map.of()).get(language));
            }
        }
        changedAt = when;
        changedBy = who.length() > WHO_LENGTH ? who.substring(0, WHO_LENGTH) : who;
    }

    private void write(Kind kind, String subject, Locale language, String content) {
        Optional<SettingsText> before = texts.stream().filter(text -> text.is(kind, subject, language)).findAny();
        if (content == null || content.isBlank()) {
            before.ifPresent(texts::remove);
        } else if (before.isPresent()) {
            before.get().rewrite(content);
        } else {
            texts.add(new SettingsText(this, kind, subject, language, content));
        }
    }

    MerchantSettings asMerchantSettings() {
        Map<Locale, String> messages = new HashMap<>();
        Map<ReturnStatus, Map<Locale, String>> descriptions = new EnumMap<>(ReturnStatus.class);
        for (SettingsText text : texts) {
            if (text.kind() == Kind.FORM_MESSAGE) {
                messages.put(text.language(), text.content());
            } else {
                descriptions.computeIfAbsent(ReturnStatus.valueOf(text.subject()), status -> new HashMap<>())
                    .put(text.language(), text.content());
            }
        }
        return new MerchantSettings(version, enabled, numberPrefix, windowDays, windowStart, transitDays,
            maximumReturnsPerOrder == null ? OptionalInt.empty() : OptionalInt.of(maximumReturnsPerOrder), maximumFileSize,
            maximumPhotos, returnAddress, senderName, senderAddress,
            Arrays.stream(notified.split(BETWEEN_ADDRESSES)).filter(address -> !address.isEmpty()).toList(),
            shopLanguage == null ? null : Locale.forLanguageTag(shopLanguage), messages, descriptions);
    }

    int version() {
        return version;
    }
}
