package org.broadleafreturns.admin.choice;

import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordListController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The refund types, in the order in which shoppers see them. */
@Controller
@RequestMapping("/" + RefundTypeListController.SECTION_KEY)
public class RefundTypeListController extends RecordListController {

    static final String SECTION_KEY = "refund-types";

    RefundTypeListController(EnumerationWords words) {
        super(SECTION_KEY, "sortOrder", words);
    }
}
