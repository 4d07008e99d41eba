package org.broadleafreturns.admin.list;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.openadmin.dto.FilterAndSortCriteria;
import org.broadleafcommerce.openadmin.web.controller.entity.AdminBasicEntityController;
import org.broadleafcommerce.openadmin.web.form.component.ListGrid;
import org.broadleafcommerce.openadmin.web.form.component.ListGridRecord;
import org.broadleafcommerce.openadmin.web.form.entity.DefaultMainActions;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.page.Cells;
import org.broadleafreturns.admin.page.DialogAnswers;
import org.broadleafreturns.admin.page.ListBeside;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.desk.DeskQuery;
import org.broadleafreturns.core.desk.DeskView;
import org.broadleafreturns.core.desk.ReturnDesk;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The platform's list over returns, in views, with a search. A row leads to the return on the page of its order. */
@Controller
@RequestMapping("/" + ReturnListController.SECTION_KEY)
public class ReturnListController extends AdminBasicEntityController {

    static final String SECTION_KEY = "returns";

    /** For the order's page: how many returns the list has that begins again. */
    private static final String ANEW = "rtnAnew";
    private static final String AGE = "age";
    private static final List<String> OF_ONE_LOOK = List.of(AskedList.VIEW, FilterAndSortCriteria.START_INDEX_PARAMETER,
        FilterAndSortCriteria.MAX_INDEX_PARAMETER, FilterAndSortCriteria.SORT_PROPERTY_PARAMETER,
        FilterAndSortCriteria.SORT_DIRECTION_PARAMETER);

    private final ReturnAccess access;
    private final AccessibleReturns returns;
    private final ReturnDesk desk;
    private final AskedList asked;
    private final Ages ages;
    private final FurtherColumns further;
    private final MerchantWords words;
    private final ShopCalendar calendar;
    private final List<ListBeside> beside;

    ReturnListController(ReturnAccess access, AccessibleReturns returns, ReturnDesk desk, Ages ages, FurtherColumns further,
            MerchantWords words, ShopCalendar calendar, List<ListBeside> beside) {
        this.access = access;
        this.returns = returns;
        this.desk = desk;
        this.asked = new AskedList(desk);
        this.ages = ages;
        this.further = further;
        this.words = words;
        this.calendar = calendar;
        this.beside = beside;
    }

    @Override
    protected String getSectionKey(Map<String, String> pathVars) {
        return SECTION_KEY;
    }

    @Override
    @RequestMapping(value = "", method = RequestMethod.GET)
    public String viewEntityList(HttpServletRequest request, HttpServletResponse response, Model model,
            @PathVariable Map<String, String> pathVars, @RequestParam MultiValueMap<String, String> requestParams)
            throws Exception {
        access.requireRead();
        DeskQuery query = query(requestParams);
        Optional<ReturnReference> named = returns.named(query.searched());
        if (named.isPresent()) {
            return DialogAnswers.toReturn(named.get());
        }
        MultiValueMap<String, String> params = new LinkedMultiValueMap<>(requestParams);
        params.set(AskedList.VIEW, query.view().key());
        ShownList list = ShownList.of(query);
        String view = super.viewEntityList(request, response, model, pathVars, params);
        model.addAttribute("viewType", "rtn/desk");
        model.addAttribute("rtnDesk", head(query, requestParams));
        model.addAttribute("rtnBeside", beside.stream().flatMap(other -> other.link().stream()).toList());
        if (model.asMap().get("listGrid") instanceof ListGrid grid) {
            further.addTo(grid, list.rows());
            addAges(grid, list.rows());
        }
        if (model.asMap().get("mainActions") instanceof List<?> actions) {
            actions.remove(DefaultMainActions.ADD);
        }
        return view;
    }

    /**
     * From a return that was handled to the next one of the list that somebody works through; to the list after the last. Where the
     * list begins again, the page is told how many there are, for the script that says where one stands.
     *
     * @param was what it was like before it was handled; null if nobody knows
     */
    @RequestMapping(value = "/next", method = RequestMethod.GET)
    public String next(@RequestParam(value = "after", defaultValue = "") String after,
            @RequestParam(value = "was", required = false) String was, @RequestParam MultiValueMap<String, String> requestParams,
            RedirectAttributes redirect) {
        ReturnReference handled = returns.toRead(after);
        DeskQuery query = query(requestParams);
        Optional<ReturnDesk.Next> next = desk.after(query, handled.id(), AskedList.place(query, was));
        next.filter(ReturnDesk.Next::anew).ifPresent(first -> redirect.addFlashAttribute(ANEW, desk.count(query).number()));
        return next.map(found -> DialogAnswers.toReturn(returns.toRead(found.id().toString())))
            .orElse("redirect:/" + SECTION_KEY + "?" + AskedList.VIEW + "=" + query.view().key());
    }

    @Override
    @RequestMapping(value = "/{id}", method = RequestMethod.GET)
    public String viewEntityForm(HttpServletRequest request, HttpServletResponse response, Model model,
            @PathVariable Map<String, String> pathVars, @PathVariable("id") String id) throws Exception {
        return DialogAnswers.toReturn(returns.toRead(id));
    }

    /** Returns are requested on the storefront. */
    @Override
    @RequestMapping(value = "/add", method = RequestMethod.GET)
    public String viewAddEntityForm(HttpServletRequest request, HttpServletResponse response, Model model,
            @PathVariable Map<String, String> pathVars, @RequestParam(defaultValue = "") String entityType) throws Exception {
        access.requireRead();
        throw new ReturnNotFoundException();
    }

    private DeskQuery query(MultiValueMap<String, String> requestParams) {
        // The platform reads the days of a filter and writes the cells in the zone of the request.
        BroadleafRequestContext.getBroadleafRequestContext().setTimeZone(TimeZone.getTimeZone(calendar.zone()));
        return asked.query(requestParams.getFirst(AskedList.VIEW), requestParams.getFirst(AskedList.SEARCH), getCriteria(requestParams));
    }

    private DeskHead head(DeskQuery query, MultiValueMap<String, String> requestParams) {
        List<DeskHead.Tab> tabs = desk.views().stream().map(view -> tab(view, query, requestParams)).toList();
        return new DeskHead(query.view().key(), query.searched(), tabs, desk.isSearchFilling(), ReturnDesk.LIMIT, further.heads(), statuses());
    }

    private List<DeskHead.Status> statuses() {
        return Arrays.stream(ReturnStatus.values()).map(status -> new DeskHead.Status(status.name(), words.statusDescription(status.name())))
            .filter(status -> status.description() != null).toList();
    }

    private DeskHead.Tab tab(DeskView view, DeskQuery query, MultiValueMap<String, String> requestParams) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance().queryParam(AskedList.VIEW, view.key());
        requestParams.forEach((name, values) -> {
            if (!OF_ONE_LOOK.contains(name)) {
                values.forEach(value -> address.queryParam(encoded(name), encoded(value)));
            }
        });
        return new DeskHead.Tab(view.key(), words.message("rtn.admin.desk.view." + view.key()), count(desk.count(view)),
            address.build(true).toUriString(), view.key().equals(query.view().key()));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private String count(ReturnDesk.Count count) {
        return words.message(count.more() ? "rtn.admin.desk.countMore" : "rtn.admin.desk.count", count.number());
    }

    private void addAges(ListGrid grid, List<ListedReturn> listed) {
        Map<String, ListedReturn> rows = listed.stream().collect(Collectors.toMap(row -> row.id().toString(), Function.identity()));
        Field header = ageField();
        header.setColumnWidth("140px");
        header.setFilterSortDisabled(true);
        grid.getHeaderFields().add(header);
        for (ListGridRecord record : grid.getRecords()) {
            Ages.Age age = ages.of(rows.get(record.getId()));
            Field cell = ageField();
            cell.setValue(age.mark().name());
            Cells.show(cell, age.text() + (age.due().isEmpty() ? "" : " · " + age.due()));
            record.getFields().add(cell);
        }
    }

    private static Field ageField() {
        return new Field().withName(AGE).withFriendlyName("rtn.admin.field.age").withOrder(9);
    }
}
