package org.broadleafreturns.core.storedsettings;

import java.util.List;
import org.broadleafreturns.core.kernel.Objection;

/** Settings that cannot be. Nothing was changed; the objections say why, input by input. */
public class SettingsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Objection> objections;

    SettingsRefusedException(List<Objection> objections) {
        super("Refused: " + objections);
        this.objections = List.copyOf(objections);
    }

    /** At least one. */
    public List<Objection> objections() {
        return objections;
    }
}
