package org.broadleafreturns.admin.column;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A column of the list of returns, between the articles and the age. A bean of this type in the back office adds one; their order is
 * that of Spring's {@code @Order}. Nobody can sort or filter by it, so that the list is read without it. Where its cells cannot be told,
 * they are empty, and that is logged.
 *
 * <p>A narrow screen shows a row as a card, on which each fact has its place in the style sheet: a column that is given none there is on
 * wide screens alone. Its cells have the class {@code rtn-further}, their name as {@code data-fieldname} and {@code none} as
 * {@code data-fieldvalue} where nothing is shown; {@code data-title} is its heading.
 */
@ForIntegrators
public interface ListColumn {

    /** What tells it from all others, in small letters. Its heading is the message {@code rtn.admin.field.NAME}. */
    String name();

    /** How wide it is, such as {@code 96px}. */
    String width();

    /**
     * What the cells show, as text in the merchant's language, in as many queries for many returns as for one.
     *
     * @param returns the identifiers of those in sight
     * @return by identifier of the return; of those that are missing a dash is shown
     */
    Map<Long, String> cells(Collection<Long> returns);

    /** A column whose cells are read by a function. */
    static ListColumn of(String name, String width, Function<Collection<Long>, Map<Long, String>> cells) {
        return new ListColumn() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String width() {
                return width;
            }

            @Override
            public Map<Long, String> cells(Collection<Long> returns) {
                return cells.apply(returns);
            }
        };
    }
}
