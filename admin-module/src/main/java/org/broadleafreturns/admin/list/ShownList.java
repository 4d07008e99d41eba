package org.broadleafreturns.admin.list;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.broadleafreturns.admin.page.RowMark;
import org.broadleafreturns.core.desk.DeskQuery;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The list that a request asks for, on its way through the platform's controller to the fetch and back. */
class ShownList {

    private static final String ATTRIBUTE = ShownList.class.getName();

    private final DeskQuery query;
    private List<ListedReturn> rows = List.of();
    private Map<RowMark, Set<Long>> marked;

    private ShownList(DeskQuery query) {
        this.query = query;
    }

    /** Begins it. */
    static ShownList of(DeskQuery query) {
        ShownList list = new ShownList(query);
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, list, RequestAttributes.SCOPE_REQUEST);
        return list;
    }

    /** Empty where none was begun. */
    static Optional<ShownList> ofRequest() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
            .map(request -> (ShownList) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    DeskQuery query() {
        return query;
    }

    void show(List<ListedReturn> fetched) {
        rows = fetched;
    }

    List<ListedReturn> rows() {
        return rows;
    }

    /** Which rows have which mark, by identifier of the return; asked for once, of all rows. */
    Map<RowMark, Set<Long>> marked(Function<List<Long>, Map<RowMark, Set<Long>>> marks) {
        if (marked == null) {
            marked = marks.apply(rows.stream().map(ListedReturn::id).toList());
        }
        return marked;
    }
}
