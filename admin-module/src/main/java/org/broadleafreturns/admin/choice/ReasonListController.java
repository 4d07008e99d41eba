package org.broadleafreturns.admin.choice;

import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordListController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The reasons, in the order in which shoppers see them. */
@Controller
@RequestMapping("/" + ReasonListController.SECTION_KEY)
public class ReasonListController extends RecordListController {

    static final String SECTION_KEY = "return-reasons";

    ReasonListController(EnumerationWords words) {
        super(SECTION_KEY, "sortOrder", words);
    }
}
