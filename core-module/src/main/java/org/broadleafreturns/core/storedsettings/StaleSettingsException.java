package org.broadleafreturns.core.storedsettings;

/** Somebody else saved the settings since they were read. Nothing was changed. */
public class StaleSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleSettingsException() {
        super("The settings were changed meanwhile");
    }
}
