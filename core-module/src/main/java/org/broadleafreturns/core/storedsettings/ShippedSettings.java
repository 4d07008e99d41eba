package org.broadleafreturns.core.storedsettings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.ConfiguredSettings;
import org.broadleafreturns.core.settings.DeclaredSettings;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.Setting;

/** The module's own settings. */
final class ShippedSettings implements DeclaredSettings {

    static final int MOST_DAYS = 3650;
    static final int MOST_TRANSIT_DAYS = 365;
    static final int MOST_RETURNS = 999;
    static final int MOST_PHOTOS = 20;
    static final int NAME_LENGTH = 100;
    static final int RETURN_ADDRESS_LENGTH = 500;
    static final int DESCRIPTION_LENGTH = 500;

    private static final String DESCRIPTION = "statusDescription.";

    final Setting<Boolean> enabled;
    final Setting<String> numberPrefix;
    final Setting<Integer> windowDays;
    final Setting<RequestWindow.Start> windowStart;
    final Setting<Integer> transitDays;
    final Setting<OptionalInt> maximumReturnsPerOrder;
    final Setting<Long> maximumFileSize;
    final Setting<Integer> maximumPhotos;
    final Setting<String> returnAddress;
    final Setting<String> senderName;
    final Setting<String> senderAddress;
    final Setting<List<String>> notified;
    final Setting<Locale> shopLanguage;
    final Setting<String> formMessage = Setting.of("formMessage", new HtmlText(Setting.LONGEST), "").inEachLanguage();
    private final Map<String, Setting<String>> statusDescriptions = new LinkedHashMap<>();

    ShippedSettings(ConfiguredSettings properties) {
        RequestWindow window = properties.requestWindow();
        String from = properties.mail().from();
        enabled = Setting.yesOrNo("enabled", properties.enabled());
        numberPrefix = Setting.of("numberPrefix", new NumberPrefix(), properties.numberPrefix());
        windowDays = Setting.wholeNumber("windowDays", window.days(), 0, MOST_DAYS).promised();
        windowStart = Setting.choice("windowStart", RequestWindow.Start.class, window.start(), "rtn.objection.settings.windowStart")
            .promised();
        transitDays = Setting.wholeNumber("transitDays", window.transitDays(), 0, MOST_TRANSIT_DAYS).promised();
        maximumReturnsPerOrder = Setting.of("maximumReturnsPerOrder", new MaximumOrNone(1, MOST_RETURNS),
            properties.maximumReturnsPerOrder());
        maximumFileSize = Setting.of("maximumFileSize", new FileSize(), properties.maximumFileSize());
        maximumPhotos = Setting.wholeNumber("maximumPhotos", properties.maximumPhotos(), 0, MOST_PHOTOS);
        returnAddress = Setting.text("returnAddress", properties.returnAddress().orElse(""), RETURN_ADDRESS_LENGTH);
        senderName = Setting.line("senderName", MailAddress.nameIn(from), NAME_LENGTH);
        senderAddress = Setting.of("senderAddress", new SenderAddress(), MailAddress.addressIn(from));
        notified = Setting.of("notified", new NotifiedAddresses(), properties.mail().notified());
        shopLanguage = Setting.of("shopLanguage", new OneOfLanguages(properties.languages(), properties.shopLanguage()),
            properties.shopLanguage());
        for (ReturnStatus status : ReturnStatus.values()) {
            statusDescriptions.put(status.name(), Setting.text(DESCRIPTION + status.name(), "", DESCRIPTION_LENGTH)
                .inEachLanguage().usually("rtn.status." + status.name() + ".description"));
        }
    }

    /** Null if there is no such status. */
    Setting<String> statusDescription(String status) {
        return statusDescriptions.get(status);
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> single = Arrays.asList(enabled, numberPrefix, windowDays, windowStart, transitDays,
            maximumReturnsPerOrder, maximumFileSize, maximumPhotos, returnAddress, senderName, senderAddress, notified, shopLanguage, formMessage);
        return Stream.<Setting<?>>concat(single.stream(), statusDescriptions.values().stream()).toList();
    }
}
