package org.broadleafreturns.admin.template;

import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.RecordListController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The message templates, in the order in which merchants see them. */
@Controller
@RequestMapping("/" + TemplateListController.SECTION_KEY)
public class TemplateListController extends RecordListController {

    static final String SECTION_KEY = "return-templates";

    TemplateListController(EnumerationWords words) {
        super(SECTION_KEY, "sortOrder", words);
    }
}
