package org.broadleafreturns.admin.list;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.util.FormatUtil;
import org.broadleafcommerce.openadmin.dto.FilterAndSortCriteria;
import org.broadleafcommerce.openadmin.dto.SortDirection;
import org.broadleafcommerce.openadmin.web.controller.entity.AdminBasicEntityController;
import org.broadleafcommerce.openadmin.web.form.component.ListGrid;
import org.broadleafcommerce.openadmin.web.form.component.ListGridRecord;
import org.broadleafcommerce.openadmin.web.form.entity.DefaultMainActions;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnRequest;
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

    private final ReturnAccess access;
    private final AccessibleReturns returns;
    private final MerchantWords words;

    ReturnListController(ReturnAccess access, AccessibleReturns returns, MerchantWords words) {
        this.access = access;
        this.returns = returns;
        this.words = words;
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
        if (!requestParams.containsKey(FilterAndSortCriteria.SORT_PROPERTY_PARAMETER)) {
            requestParams.add(FilterAndSortCriteria.SORT_PROPERTY_PARAMETER, "submittedAt");
            requestParams.add(FilterAndSortCriteria.SORT_DIRECTION_PARAMETER, SortDirection.DESCENDING.toString());
        }
        String view = super.viewEntityList(request, response, model, pathVars, requestParams);
        if (model.asMap().get("mainActions") instanceof List<?> actions) {
            actions.remove(DefaultMainActions.ADD);
        }
        if (model.asMap().get("listGrid") instanceof ListGrid list) {
            list.getRecords().forEach(this::putIntoWords);
        }
        return view;
    }

    /** The platform shows the code of the message that names the status, and dates in a form for machines. */
    private void putIntoWords(ListGridRecord row) {
        show(row.getField("status"), code -> words.message(code));
        show(row.getField("submittedAt"), this::date);
    }

    private static void show(Field field, UnaryOperator<String> inWords) {
        if (field != null && field.getValue() != null) {
            field.setDisplayValue(inWords.apply(field.getValue()));
        }
    }

    private String date(String value) {
        try {
            return words.date(FormatUtil.getDateFormat().parse(value));
        } catch (ParseException e) {
            return value;
        }
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
