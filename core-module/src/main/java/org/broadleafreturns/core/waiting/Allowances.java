package org.broadleafreturns.core.waiting;

import java.time.Duration;
import org.springframework.util.StringValueResolver;

/** What may wait, as the shop's properties have it. */
class Allowances {

    private static final String ANY = "any";

    private final StringValueResolver properties;

    Allowances(StringValueResolver properties) {
        this.properties = properties;
    }

    /** @throws IllegalArgumentException if a property is no number */
    Allowance of(WaitingSource source) {
        Allowance usual = source.usual();
        String most = "returns.waiting." + source.name() + ".count";
        String minutes = "returns.waiting." + source.name() + ".minutes";
        Integer usualMinutes = usual.age() == null ? null : (int) usual.age().toMinutes();
        Integer allowed = number(minutes, usualMinutes);
        return new Allowance(number(most, usual.most()), allowed == null ? null : Duration.ofMinutes(allowed));
    }

    private Integer number(String property, Integer usual) {
        String set = properties.resolveStringValue("${" + property + ":}");
        if (set == null || set.isBlank()) {
            return usual;
        }
        if (set.strip().equals(ANY)) {
            return null;
        }
        try {
            return Integer.parseUnsignedInt(set.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(property + " is a whole number or '" + ANY + "', not '" + set + "'", e);
        }
    }
}
