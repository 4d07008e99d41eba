package org.broadleafreturns.core.storedsettings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.RequestWindow;

/**
 * All that a merchant can set, as it is or as it shall be. Whatever was typed fits in here; {@link MerchantSettingsService}
 * objects to what cannot be.
 *
 * @param version of the stored settings that these were read from, or {@link #NOT_STORED}
 * @param enabled whether shoppers can ask for returns
 * @param numberPrefix what every return number starts with
 * @param windowDays how many days a return can be requested
 * @param windowStart what the days are counted from, or null if nothing was chosen
 * @param transitDays how many days a parcel is assumed to take
 * @param maximumReturnsPerOrder empty for any number
 * @param maximumFileSize in bytes
 * @param maximumPhotos 0 for none
 * @param returnAddress in lines; may be empty
 * @param senderName that mails show; may be empty
 * @param senderAddress that mails come from
 * @param notified addresses that are told of a new request; may be empty
 * @param shopLanguage of mails to those addresses, or null for that of the properties
 * @param formMessages HTML at the top of the request form by language; none where it is missing or blank
 * @param statusDescriptions plain text by status and language; the module's own words where it is missing or blank
 */
public record MerchantSettings(
    int version,
    boolean enabled,
    String numberPrefix,
    int windowDays,
    RequestWindow.Start windowStart,
    int transitDays,
    OptionalInt maximumReturnsPerOrder,
    long maximumFileSize,
    int maximumPhotos,
    String returnAddress,
    String senderName,
    String senderAddress,
    List<String> notified,
    Locale shopLanguage,
    Map<Locale, String> formMessages,
    Map<ReturnStatus, Map<Locale, String>> statusDescriptions) {

    /** The version of settings that were never stored, but are those of the properties. */
    public static final int NOT_STORED = -1;

    public MerchantSettings {
        notified = List.copyOf(notified);
        formMessages = Map.copyOf(formMessages);
        statusDescriptions = Map.copyOf(statusDescriptions);
    }
}
