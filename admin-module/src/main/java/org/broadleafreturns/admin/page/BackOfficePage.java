package org.broadleafreturns.admin.page;

import org.broadleafcommerce.openadmin.server.security.domain.AdminSection;
import org.broadleafcommerce.openadmin.server.security.service.navigation.AdminNavigationService;
import org.broadleafcommerce.openadmin.web.controller.AdminAbstractController;
import org.springframework.ui.Model;

/** Puts a template into the back office's frame, with its section open in the menu. */
public class BackOfficePage {

    private final AdminNavigationService navigation;

    BackOfficePage(AdminNavigationService navigation) {
        this.navigation = navigation;
    }

    /**
     * @param sectionUrl of the section in the menu, without a slash
     * @param view a template below {@code views/}
     * @return the name of the view to answer with
     */
    public String show(Model model, String sectionUrl, String view) {
        AdminSection section = navigation.findAdminSectionByURI("/" + sectionUrl);
        if (section != null) {
            model.addAttribute("sectionKey", sectionUrl);
            model.addAttribute(AdminAbstractController.CURRENT_ADMIN_MODULE_ATTRIBUTE_NAME, section.getModule());
            model.addAttribute(AdminAbstractController.CURRENT_ADMIN_SECTION_ATTRIBUTE_NAME, section);
            // With a name, Broadleaf 7.0 puts the section into the title of the browser's window, and a bar above the page
            // that asks for a list; so the bar is ours.
            model.addAttribute("entityFriendlyName", section.getSectionKey());
            model.addAttribute("entityTitlePath", "rtn/titleBar");
        }
        model.addAttribute("viewType", view);
        return "modules/defaultContainer";
    }
}
