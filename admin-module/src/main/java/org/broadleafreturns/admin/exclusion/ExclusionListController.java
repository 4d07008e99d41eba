package org.broadleafreturns.admin.exclusion;

import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordListController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The exclusions, those that exclude before those that do not. */
@Controller
@RequestMapping("/" + ExclusionListController.SECTION_KEY)
public class ExclusionListController extends RecordListController {

    static final String SECTION_KEY = "return-exclusions";

    ExclusionListController(EnumerationWords words) {
        super(SECTION_KEY, "kind", words);
    }
}
