package org.broadleafreturns.core.kernel;

import java.util.List;

/** A command that breaks a rule. Nothing was changed; the objections say why, for whoever gave the command. */
@ForIntegrators
public class ReturnRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Objection> objections;

    public ReturnRefusedException(List<Objection> objections) {
        super("Refused: " + objections);
        this.objections = List.copyOf(objections);
    }

    /** At least one. */
    public List<Objection> objections() {
        return objections;
    }
}
