package org.broadleafreturns.admin.record;

import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.common.exception.NoPossibleResultsException;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.CriteriaTransferObject;
import org.broadleafcommerce.openadmin.dto.DynamicResultSet;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.FilterAndSortCriteria;
import org.broadleafcommerce.openadmin.dto.SortDirection;
import org.springframework.web.util.UriUtils;

/**
 * What a list asks of its column of words, which lie in a table of their own: the platform cannot filter and sort by it, and such
 * lists are short enough to be read as a whole.
 */
final class WordList {

    /** More than anybody keeps. */
    private static final int WHOLE = 10_000;

    private final String column;
    private final List<String> filters;
    private final SortDirection direction;

    private WordList(String column, List<String> filters, SortDirection direction) {
        this.column = column;
        this.filters = filters;
        this.direction = direction;
    }

    /** How the platform finds rows. */
    @FunctionalInterface
    interface Search {
        DynamicResultSet find(CriteriaTransferObject criteria) throws ServiceException;
    }

    /** How rows get their words. */
    @FunctionalInterface
    interface Showing {
        void show(Entity[] rows);
    }

    /** Takes out of the criteria what the platform could not do. */
    static WordList askedFor(CriteriaTransferObject criteria, String column) {
        FilterAndSortCriteria asked = criteria.getCriteriaMap().remove(column);
        return asked == null ? new WordList(column, List.of(), null) : new WordList(column, asked.getFilterValues().stream()
            .filter(text -> text != null && !text.isBlank()).toList(), asked.getSortDirection());
    }

    DynamicResultSet page(CriteriaTransferObject criteria, Search platform, Showing words, Locale reader) throws ServiceException {
        if (filters.isEmpty() && direction == null) {
            DynamicResultSet found = find(criteria, platform);
            words.show(rows(found));
            return found;
        }
        Integer first = criteria.getFirstResult();
        Integer size = criteria.getMaxResults();
        criteria.setFirstResult(0);
        criteria.setMaxResults(WHOLE);
        List<Entity> rows;
        try {
            Entity[] all = rows(find(criteria, platform));
            words.show(all);
            rows = ordered(Arrays.stream(all).filter(row -> isAskedFor(text(row), reader)).toList(), reader);
        } finally {
            criteria.setFirstResult(first);
            criteria.setMaxResults(size);
        }
        int from = Math.min(Math.max(0, Optional.ofNullable(first).orElse(0)), rows.size());
        int to = size == null ? rows.size() : Math.min(rows.size(), from + Math.max(1, size));
        return new DynamicResultSet(rows.subList(from, to).toArray(Entity[]::new), rows.size());
    }

    /** Nothing, where the platform sees from the criteria alone that there is nothing. */
    private static DynamicResultSet find(CriteriaTransferObject criteria, Search platform) throws ServiceException {
        try {
            return platform.find(criteria);
        } catch (ServiceException e) {
            if (e.getCause() instanceof NoPossibleResultsException) {
                return new DynamicResultSet(new Entity[0], 0);
            }
            throw e;
        }
    }

    private static Entity[] rows(DynamicResultSet found) {
        return found.getRecords() == null ? new Entity[0] : found.getRecords();
    }

    private List<Entity> ordered(List<Entity> rows, Locale reader) {
        if (direction == null) {
            return rows;
        }
        Comparator<Entity> byText = Comparator.comparing(this::text, Collator.getInstance(reader));
        List<Entity> ordered = new ArrayList<>(rows);
        ordered.sort(direction == SortDirection.ASCENDING ? byText : byText.reversed());
        return ordered;
    }

    private boolean isAskedFor(String text, Locale reader) {
        String plain = text.toLowerCase(reader);
        return filters.isEmpty() || filters.stream().anyMatch(filter ->
            plain.contains(filter.strip().toLowerCase(reader)) || plain.contains(decoded(filter).strip().toLowerCase(reader)));
    }

    /** Broadleaf 7.0's search encodes what was typed once more than a browser does. */
    private static String decoded(String asked) {
        try {
            return UriUtils.decode(asked, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return asked;
        }
    }

    private String text(Entity row) {
        return row.findProperty(column) == null ? "" : row.findProperty(column).getValue();
    }
}
