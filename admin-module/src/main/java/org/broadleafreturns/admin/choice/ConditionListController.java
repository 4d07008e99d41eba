package org.broadleafreturns.admin.choice;

import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordListController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The conditions of goods, in the order in which merchants see them. */
@Controller
@RequestMapping("/" + ConditionListController.SECTION_KEY)
public class ConditionListController extends RecordListController {

    static final String SECTION_KEY = "return-conditions";

    ConditionListController(EnumerationWords words) {
        super(SECTION_KEY, "sortOrder", words);
    }
}
