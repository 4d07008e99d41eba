package org.broadleafreturns.admin.choice;

import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordListController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The reasons for refusals, in the order in which merchants see them. */
@Controller
@RequestMapping("/" + RefusalReasonListController.SECTION_KEY)
public class RefusalReasonListController extends RecordListController {

    static final String SECTION_KEY = "return-refusals";

    RefusalReasonListController(EnumerationWords words) {
        super(SECTION_KEY, "sortOrder", words);
    }
}
