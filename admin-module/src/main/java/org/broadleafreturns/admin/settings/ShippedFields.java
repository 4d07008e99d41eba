package org.broadleafreturns.admin.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.RequestWindow;

/** The fields of the module's own settings. */
final class ShippedFields implements SettingFields {

    @Override
    public List<SettingField> fields() {
        List<SettingField> fields = new ArrayList<>(List.of(
            SettingField.yesOrNo(SettingField.GENERAL, "enabled"),
            SettingField.shortLine(SettingField.GENERAL, "numberPrefix", "text"),
            SettingField.lines(SettingField.GENERAL, "returnAddress", 4),
            SettingField.number(SettingField.RULES, "windowDays"),
            SettingField.choice(SettingField.RULES, "windowStart",
                Arrays.stream(RequestWindow.Start.values()).map(Enum::name).toList()),
            SettingField.number(SettingField.RULES, "transitDays"),
            SettingField.number(SettingField.RULES, "maximumReturnsPerOrder"),
            SettingField.yesOrNo(SettingField.RULES, "unshippedReturnable"),
            SettingField.number(SettingField.RULES, "maximumPhotos"),
            SettingField.shortLine(SettingField.RULES, "maximumFileSize", "decimal"),
            SettingField.texts(SettingField.TEXTS, "formMessage", 6)));
        for (ReturnStatus status : ReturnStatus.values()) {
            fields.add(SettingField.texts(SettingField.TEXTS, "statusDescription." + status.name(), 3)
                .called("rtn.admin.settings.description", status.getFriendlyType()));
        }
        fields.addAll(List.of(
            SettingField.line(SettingField.MAILS, "senderName", "text"),
            SettingField.line(SettingField.MAILS, "senderAddress", "email"),
            SettingField.lines(SettingField.MAILS, "notified", 3),
            SettingField.language(SettingField.MAILS, "shopLanguage")));
        return fields;
    }
}
