package org.broadleafreturns.admin.settings;

import java.util.List;

/** Fields on the page with the settings. Every bean of this type is found; one {@link SettingField} is such a bean by itself. */
public interface SettingFields {

    List<SettingField> fields();
}
