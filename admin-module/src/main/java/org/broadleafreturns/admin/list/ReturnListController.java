package org.broadleafreturns.admin.list;

import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.openadmin.dto.FilterAndSortCriteria;
import org.broadleafcommerce.openadmin.dto.SortDirection;
import org.broadleafcommerce.openadmin.web.controller.entity.AdminBasicEntityController;
import org.broadleafcommerce.openadmin.web.form.entity.DefaultMainActions;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.core.request.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnNumber;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The platform's list over returns, newest first. A row leads to the return on the page of its order. */
@Controller
@RequestMapping("/" + ReturnListController.SECTION_KEY)
public class ReturnListController extends AdminBasicEntityController {

    static final String SECTION_KEY = "returns";

    private static final String NUMBER = "number";

    private final ReturnAccess access;
    private final AccessibleReturns returns;
    private final ShopCalendar calendar;

    ReturnListController(ReturnAccess access, AccessibleReturns returns, ShopCalendar calendar) {
        this.access = access;
        this.returns = returns;
        this.calendar = calendar;
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
        // The platform reads the days of a filter and writes the cells in the zone of the request.
        BroadleafRequestContext.getBroadleafRequestContext().setTimeZone(TimeZone.getTimeZone(calendar.zone()));
        if (!requestParams.containsKey(FilterAndSortCriteria.SORT_PROPERTY_PARAMETER)) {
            requestParams.add(FilterAndSortCriteria.SORT_PROPERTY_PARAMETER, "submittedAt");
            requestParams.add(FilterAndSortCriteria.SORT_DIRECTION_PARAMETER, SortDirection.DESCENDING.toString());
        }
        requestParams.computeIfPresent(NUMBER, (name, typed) -> typed.stream()
            .map(number -> ReturnNumber.parse(number).map(ReturnNumber::value).orElse(number)).toList());
        String view = super.viewEntityList(request, response, model, pathVars, requestParams);
        model.addAttribute("viewType", "rtn/list");
        if (model.asMap().get("mainActions") instanceof List<?> actions) {
            actions.remove(DefaultMainActions.ADD);
        }
        return view;
    }

    @Override
    @RequestMapping(value = "/{id}", method = RequestMethod.GET)
    public String viewEntityForm(HttpServletRequest request, HttpServletResponse response, Model model,
            @PathVariable Map<String, String> pathVars, @PathVariable("id") String id) throws Exception {
        ReturnRequest found = returns.toRead(id);
        return "redirect:/order/" + found.getOrder().getId() + "#return-" + found.getNumber();
    }

    /** Returns are requested on the storefront. */
    @Override
    @RequestMapping(value = "/add", method = RequestMethod.GET)
    public String viewAddEntityForm(HttpServletRequest request, HttpServletResponse response, Model model,
            @PathVariable Map<String, String> pathVars, @RequestParam(defaultValue = "") String entityType) throws Exception {
        access.requireRead();
        throw new ReturnNotFoundException();
    }
}
