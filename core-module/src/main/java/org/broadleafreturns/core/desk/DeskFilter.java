package org.broadleafreturns.core.desk;

import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One thing that a list's returns have to fulfil. Filters of one list are combined. */
public final class DeskFilter {

    private final String condition;
    private final Map<String, Object> values;

    private DeskFilter(String condition, Map<String, Object> values) {
        this.condition = condition;
        this.values = values;
    }

    /** Whose column has one of some values. */
    public static DeskFilter in(DeskColumn column, Collection<?> values) {
        return new DeskFilter(column.sql() + " IN (:v)", Map.of("v", values));
    }

    /** Whose column has exactly that value. */
    public static DeskFilter equal(DeskColumn column, Object value) {
        return new DeskFilter(column.sql() + " = :v", Map.of("v", value));
    }

    /** Whose column has that text somewhere, or at its beginning, in small or capital letters. */
    public static DeskFilter text(DeskColumn column, String text, boolean onlyAtBeginning) {
        String escaped = text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return new DeskFilter("LOWER(" + column.sql() + ") LIKE :v ESCAPE '!'", Map.of("v", (onlyAtBeginning ? "" : "%") + escaped + "%"));
    }

    /** Whose column is not less than one value and not more than another; null stands for no bound. */
    public static DeskFilter between(DeskColumn column, Object from, Object to) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (from != null) {
            values.put("a", from);
        }
        if (to != null) {
            values.put("b", to);
        }
        String low = from == null ? null : column.sql() + " >= :a";
        String high = to == null ? null : column.sql() + " <= :b";
        return new DeskFilter(low == null ? high == null ? "1 = 1" : high : high == null ? low : low + " AND " + high, values);
    }

    /** Requested within one second; what people type knows no less. */
    public static DeskFilter second(DeskColumn column, Date second) {
        return between(column, second, new Date(second.getTime() + 1000));
    }

    /** Those of some identifiers. */
    public static DeskFilter ids(Collection<Long> ids) {
        return new DeskFilter("R.REQUEST_ID IN (:v)", Map.of("v", ids));
    }

    /** The condition with its values under names that no other filter of the list has. */
    String sql(int position, Map<String, Object> parameters) {
        String unique = condition;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            String name = "f" + position + value.getKey();
            unique = unique.replace(":" + value.getKey(), ":" + name);
            parameters.put(name, value.getValue());
        }
        return unique;
    }
}
