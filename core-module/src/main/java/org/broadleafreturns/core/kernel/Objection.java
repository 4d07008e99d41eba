package org.broadleafreturns.core.kernel;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.words.Words;

/**
 * Why something cannot be done, for a person to read.
 *
 * @param field the input it belongs to, or the empty string if it concerns the whole
 * @param code the message's code; its words stand in the message bundles in every language
 * @param arguments what the message mentions; what a merchant wrote as {@link Words}, money as {@link Amount}
 */
@ForIntegrators
public record Objection(String field, String code, List<Object> arguments) {

    public Objection {
        arguments = List.copyOf(arguments);
    }

    /** An objection to one input. */
    public static Objection to(String field, String code, Object... arguments) {
        return new Objection(field, code, List.of(arguments));
    }

    /** An objection to the whole. */
    public static Objection general(String code, Object... arguments) {
        return to("", code, arguments);
    }

    /** What the message mentions, for a reader of that language. */
    public Object[] argumentsFor(Locale reader) {
        return arguments.stream().map(argument -> argument instanceof Words words ? words.shownTo(reader).orElse("")
            : argument instanceof Amount amount ? amount.shownTo(reader) : argument).toArray();
    }

    /**
     * A day as an argument for {@code {0,date,long}}. Messages know no days, only moments in the machine's time zone; noon is
     * on that day whenever clocks are changed.
     */
    public static Date day(LocalDate day) {
        return Date.from(day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant());
    }
}
