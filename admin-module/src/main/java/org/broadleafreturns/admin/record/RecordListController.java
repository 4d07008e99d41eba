package org.broadleafreturns.admin.record;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.openadmin.dto.FilterAndSortCriteria;
import org.broadleafcommerce.openadmin.dto.SortDirection;
import org.broadleafcommerce.openadmin.web.controller.entity.AdminBasicEntityController;
import org.broadleafcommerce.openadmin.web.form.component.ListGrid;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The platform's own list and forms over one kind of record, sorted as the merchant expects it. */
public abstract class RecordListController extends AdminBasicEntityController {

    private final String sectionKey;
    private final String firstOrder;
    private final EnumerationWords words;

    /**
     * @param sectionKey the section's address without slashes
     * @param firstOrder the property that the list is sorted by until the merchant sorts it otherwise
     */
    protected RecordListController(String sectionKey, String firstOrder, EnumerationWords words) {
        this.sectionKey = sectionKey;
        this.firstOrder = firstOrder;
        this.words = words;
    }

    @Override
    protected String getSectionKey(Map<String, String> pathVars) {
        return sectionKey;
    }

    @Override
    @RequestMapping(value = "", method = RequestMethod.GET)
    public String viewEntityList(HttpServletRequest request, HttpServletResponse response, Model model,
            @PathVariable Map<String, String> pathVars, @RequestParam MultiValueMap<String, String> requestParams)
            throws Exception {
        if (!requestParams.containsKey(FilterAndSortCriteria.SORT_PROPERTY_PARAMETER)) {
            requestParams.add(FilterAndSortCriteria.SORT_PROPERTY_PARAMETER, firstOrder);
            requestParams.add(FilterAndSortCriteria.SORT_DIRECTION_PARAMETER, SortDirection.ASCENDING.toString());
        }
        String view = super.viewEntityList(request, response, model, pathVars, requestParams);
        model.addAttribute("viewType", "rtn/list");
        if (model.asMap().get("listGrid") instanceof ListGrid list) {
            list.getHeaderFields().forEach(words::translate);
        }
        return view;
    }
}
