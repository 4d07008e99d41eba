package org.broadleafreturns.admin.exclusion;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.openadmin.web.form.component.ListGrid;
import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordListController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The exclusions, those that exclude before those that do not, searched by the names of products. */
@Controller
@RequestMapping("/" + ExclusionListController.SECTION_KEY)
public class ExclusionListController extends RecordListController {

    static final String SECTION_KEY = "return-exclusions";

    private static final String PRODUCT = "product";

    private final ProductCriterion criterion;

    ExclusionListController(EnumerationWords words, ProductCriterion criterion) {
        super(SECTION_KEY, "kind", words);
        this.criterion = criterion;
    }

    @Override
    @RequestMapping(value = "", method = RequestMethod.GET)
    public String viewEntityList(HttpServletRequest request, HttpServletResponse response, Model model,
            @PathVariable Map<String, String> pathVars, @RequestParam MultiValueMap<String, String> requestParams)
            throws Exception {
        String asked = requestParams.getFirst(PRODUCT);
        if (asked != null) {
            requestParams.remove(PRODUCT);
            if (!asked.isBlank()) {
                requestParams.add(PRODUCT, criterion.identifiers(asked));
            }
        }
        String view = super.viewEntityList(request, response, model, pathVars, requestParams);
        if (model.asMap().get("listGrid") instanceof ListGrid list) {
            ColumnFilter.byText(list, PRODUCT);
        }
        return view;
    }
}
