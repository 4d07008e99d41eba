package org.broadleafreturns.admin.settings;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.access.SettingsAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.admin.words.FieldMessage;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.installation.InstallationReport;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.core.storedsettings.SettingsRefusedException;
import org.broadleafreturns.core.storedsettings.StaleSettingsException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the settings to those who may see them, and saves them for those who may change them. */
@Controller
@RequestMapping("/" + SettingsController.SECTION)
class SettingsController {

    static final String SECTION = "return-settings";

    private static final int UNPROCESSABLE = 422;

    private final SettingsAccess access;
    private final MerchantSettingsService settings;
    private final SettingsSections sections;
    private final BackOfficePage page;
    private final MerchantWords words;
    private final InstallationReport installation;

    SettingsController(SettingsAccess access, MerchantSettingsService settings, SettingsSections sections, BackOfficePage page,
            MerchantWords words, InstallationReport installation) {
        this.access = access;
        this.settings = settings;
        this.sections = sections;
        this.page = page;
        this.words = words;
        this.installation = installation;
    }

    @GetMapping
    String show(Model model) {
        access.requireRead();
        int version = settings.version();
        return form(model, SettingsForm.of(version, settings.inputs(words.locale())));
    }

    @PostMapping
    String save(@RequestParam Map<String, String> inputs, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        access.requireChange();
        try {
            SettingsForm typed = SettingsForm.typed(inputs, List.of());
            settings.save(typed.version(), typed.read(sections.inputNames()), access.userName());
        } catch (SettingsRefusedException refused) {
            response.setStatus(UNPROCESSABLE);
            List<FieldMessage> faults = words.of(refused.objections());
            model.addAttribute("rtnAlert", faults.stream().filter(fault -> fault.field().isEmpty()).map(FieldMessage::text)
                .findFirst().orElseGet(() -> words.message("rtn.admin.settings.refused")));
            return form(model, SettingsForm.typed(inputs, faults));
        } catch (StaleSettingsException stale) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("rtnAlert", words.message("rtn.admin.settings.stale"));
            model.addAttribute("rtnStale", true);
            return form(model, SettingsForm.typed(inputs, List.of()));
        }
        redirect.addFlashAttribute("rtnConfirmation", words.message("rtn.admin.settings.saved"));
        return "redirect:/" + SECTION;
    }

    private String form(Model model, SettingsForm form) {
        model.addAttribute("rtnForm", form);
        model.addAttribute("rtnFindings", installation.sentences(words.locale()));
        model.addAttribute("rtnMayChange", access.mayChange());
        model.addAttribute("rtnSections", sections.shown());
        return page.show(model, SECTION, "rtn/settings");
    }
}
