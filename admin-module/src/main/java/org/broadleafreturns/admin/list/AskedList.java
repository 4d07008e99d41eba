package org.broadleafreturns.admin.list;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafcommerce.common.util.BLCSystemProperty;
import org.broadleafcommerce.common.util.FormatUtil;
import org.broadleafcommerce.openadmin.dto.FilterAndSortCriteria;
import org.broadleafreturns.admin.access.UnreadableQueryException;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.desk.DeskColumn;
import org.broadleafreturns.core.desk.DeskFilter;
import org.broadleafreturns.core.desk.DeskQuery;
import org.broadleafreturns.core.desk.DeskSort;
import org.broadleafreturns.core.desk.DeskView;
import org.broadleafreturns.core.desk.ReturnDesk;
import org.broadleafreturns.core.request.ReturnNumber;

/**
 * Which list an address asks for: {@code view}, {@code q} for the search, and the platform's own parameters for filters and
 * sorting. Without a view, it is the first one, unless something is searched or filtered for: that is looked for in all.
 */
class AskedList {

    static final String VIEW = "view";
    static final String SEARCH = "q";

    private static final String ALL = "all";
    private static final int MAXIMUM_SEARCH_LENGTH = 200;
    private static final Map<String, DeskColumn> COLUMNS = Map.of("number", DeskColumn.NUMBER, "orderNumber", DeskColumn.ORDER_NUMBER,
        "customerFirstName", DeskColumn.FIRST_NAME, "customerLastName", DeskColumn.LAST_NAME, "status", DeskColumn.STATUS,
        "submittedAt", DeskColumn.SUBMITTED_AT, "articleCount", DeskColumn.ARTICLE_COUNT);
    private static final String ID = "id";
    private static final Pattern WAS = Pattern.compile("([A-Z_]{1,40})\\.([0-9]{0,13})");

    private final ReturnDesk desk;

    AskedList(ReturnDesk desk) {
        this.desk = desk;
    }

    /**
     * @param view the parameter, or null
     * @param searched what was typed, or null
     * @param criteria filters and sorting as the platform reads them
     * @throws UnreadableQueryException if a filter's number or day is none
     */
    DeskQuery query(String view, String searched, FilterAndSortCriteria[] criteria) {
        List<DeskFilter> filters = new ArrayList<>();
        DeskSort sort = null;
        for (FilterAndSortCriteria one : criteria == null ? new FilterAndSortCriteria[0] : criteria) {
            List<String> values = one.getFilterValues().stream().map(AskedList::unescaped).toList();
            boolean sortable = COLUMNS.containsKey(one.getPropertyId());
            if ((sortable || one.getPropertyId().equals(ID)) && !values.stream().allMatch(String::isBlank)) {
                filters.add(filter(one.getPropertyId(), values));
            }
            if (sortable && one.getSortAscending() != null) {
                sort = new DeskSort(COLUMNS.get(one.getPropertyId()), one.getSortAscending());
            }
        }
        String words = searched == null ? "" : Characters.beginning(searched.strip(), MAXIMUM_SEARCH_LENGTH);
        boolean narrowed = !words.isEmpty() || !filters.isEmpty();
        DeskView first = desk.views().get(0);
        DeskView shown = desk.view(view).orElse(narrowed ? desk.view(ALL).orElse(first) : first);
        return new DeskQuery(shown, words, filters, sort);
    }

    /**
     * Where a return stood in a list when somebody came to it, of what handling it changes; null if the list does not go by that.
     *
     * @param was its status then, and since when somebody should have acted, as the list's script keeps both; null if nobody knows
     */
    static Object place(DeskQuery query, String was) {
        Matcher said = WAS.matcher(was == null ? "" : was);
        if (!said.matches()) {
            return null;
        }
        return switch (query.sort().column()) {
            case STATUS -> said.group(1);
            case ATTENTION_AT -> said.group(2).isEmpty() ? null : new Date(Long.parseLong(said.group(2)));
            default -> null;
        };
    }

    private static DeskFilter filter(String property, List<String> values) {
        String value = values.get(0);
        return switch (property) {
            case ID -> DeskFilter.ids(values.stream().map(AskedList::number).toList());
            case "status" -> DeskFilter.in(DeskColumn.STATUS, values);
            case "articleCount" -> values.size() > 1 ? DeskFilter.between(DeskColumn.ARTICLE_COUNT, bound(value), bound(values.get(1)))
                : DeskFilter.equal(DeskColumn.ARTICLE_COUNT, number(value));
            case "submittedAt" -> values.size() > 1 ? DeskFilter.between(DeskColumn.SUBMITTED_AT, day(value), day(values.get(1)))
                : DeskFilter.second(DeskColumn.SUBMITTED_AT, day(value));
            case "number" -> ReturnNumber.parse(value).map(number -> DeskFilter.equal(DeskColumn.NUMBER, number.value()))
                .orElseGet(() -> text(DeskColumn.NUMBER, value));
            default -> text(COLUMNS.get(property), value);
        };
    }

    /** As the platform's own lists look for texts. */
    private static DeskFilter text(DeskColumn column, String text) {
        return DeskFilter.text(column, text, BLCSystemProperty.resolveBooleanSystemProperty("admin.search.string.onlyStartsWith"));
    }

    private static Long bound(String typed) {
        return typed.isBlank() ? null : number(typed);
    }

    private static Long number(String typed) {
        try {
            return Long.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            throw new UnreadableQueryException();
        }
    }

    private static Date day(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return FormatUtil.getDateFormat().parse(typed);
        } catch (ParseException e) {
            throw new UnreadableQueryException();
        }
    }

    /** The platform writes a percent sign as its own fetch needs it. */
    private static String unescaped(String value) {
        return value.replace("\\%", "%");
    }
}
