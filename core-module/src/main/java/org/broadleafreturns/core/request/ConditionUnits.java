package org.broadleafreturns.core.request;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** How many received units of a line are in a condition. */
@Embeddable
public class ConditionUnits implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "CONDITION_CODE", nullable = false, length = 40)
    private String conditionCode;

    @Column(name = "UNITS", nullable = false)
    private int units;

    /** For the persistence provider. */
    protected ConditionUnits() {
    }

    ConditionUnits(String conditionCode, int units) {
        this.conditionCode = conditionCode;
        this.units = units;
    }

    /** One of the codes that were on offer when the goods came. */
    public String getConditionCode() {
        return conditionCode;
    }

    public int getUnits() {
        return units;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConditionUnits one && Objects.equals(conditionCode, one.conditionCode) && units == one.units;
    }

    @Override
    public int hashCode() {
        return Objects.hash(conditionCode, units);
    }
}
