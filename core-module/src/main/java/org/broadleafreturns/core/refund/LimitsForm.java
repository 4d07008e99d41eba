package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** Amounts by the names of roles, a line each: {@code ROLE_CUSTOMER_SERVICE_REP: 50.00}. */
class LimitsForm implements ValueForm<Map<String, BigDecimal>> {

    private static final String LINE = "([A-Za-z0-9_. -]{1,100}?)\\s*[:=]\\s*([0-9]{1,12}([.,][0-9]{1,3})?)";
    private static final int MOST = 50;

    @Override
    public String write(Map<String, BigDecimal> limits) {
        return new TreeMap<>(limits).entrySet().stream().map(limit -> limit.getKey() + ": " + limit.getValue().toPlainString())
            .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, BigDecimal> read(String stored) {
        Entry<Map<String, BigDecimal>> entry = enter(stored);
        if (entry.value() == null) {
            throw new IllegalArgumentException("No limits: " + stored);
        }
        return entry.value();
    }

    @Override
    public Entry<Map<String, BigDecimal>> enter(String typed) {
        Map<String, BigDecimal> limits = new TreeMap<>();
        for (String line : typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            if (!line.matches(LINE) || limits.size() == MOST) {
                return Entry.refused("rtn.objection.settings.refundLimits", line.length() > 60 ? line.substring(0, 60) : line);
            }
            limits.put(line.replaceAll(LINE, "$1").strip(), new BigDecimal(line.replaceAll(LINE, "$2").replace(',', '.')));
        }
        return Entry.of(limits);
    }
}
