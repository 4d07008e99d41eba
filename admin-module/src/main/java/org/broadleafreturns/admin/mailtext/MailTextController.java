package org.broadleafreturns.admin.mailtext;

import java.util.List;
import java.util.Locale;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.access.SettingsAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.mail.SampleMails;
import org.broadleafreturns.core.mailtext.EffectiveText;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailKinds;
import org.broadleafreturns.core.mailtext.MailText;
import org.broadleafreturns.core.mailtext.MailTextEdit;
import org.broadleafreturns.core.mailtext.MailTextRefusedException;
import org.broadleafreturns.core.mailtext.MailTexts;
import org.broadleafreturns.core.mailtext.StaleMailTextException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The list of all mails and the editor of one mail in one language. Nothing of it needs a script: whatever is not done comes
 * back with what was typed.
 */
@Controller
@RequestMapping("/" + MailTextController.SECTION)
class MailTextController {

    static final String SECTION = "return-mails";

    private static final int UNPROCESSABLE = 422;
    private static final String EDITOR = "/{mail}/{language}";

    private final SettingsAccess access;
    private final MailTexts texts;
    private final MailKinds kinds;
    private final SampleMails samples;
    private final BackOfficePage page;
    private final MerchantWords words;

    MailTextController(SettingsAccess access, MailTexts texts, MailKinds kinds, SampleMails samples, BackOfficePage page,
            MerchantWords words) {
        this.access = access;
        this.texts = texts;
        this.kinds = kinds;
        this.samples = samples;
        this.page = page;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        access.requireRead();
        model.addAttribute("rtnMails", kinds.all().stream().map(this::row).toList());
        model.addAttribute("rtnLanguages", texts.languages().stream().map(words::language).toList());
        model.addAttribute("rtnWords", words);
        return page.show(model, SECTION, "rtn/mailTexts");
    }

    private MailTextRow row(MailKind mail) {
        return new MailTextRow(nameOf(mail), mail.toShop(), texts.languages().stream().map(language -> {
            EffectiveText inForce = texts.inForce(mail, language);
            return new MailTextRow.Text(url(mail, language), words.language(language), inForce.text().subject(),
                inForce.changedBy(), inForce.changedAt());
        }).toList());
    }

    @GetMapping(EDITOR)
    String edit(@PathVariable("mail") String mailName, @PathVariable("language") String tag, Model model) {
        access.requireRead();
        MailKind mail = mail(mailName);
        Locale language = language(tag);
        return editor(mail, language, MailTextForm.of(texts.inForce(mail, language)), model);
    }

    @PostMapping(EDITOR)
    String save(@PathVariable("mail") String mailName, @PathVariable("language") String tag,
            @RequestParam(value = "subject", defaultValue = "") String subject,
            @RequestParam(value = "body", defaultValue = "") String body,
            @RequestParam(value = "version", defaultValue = "") String version, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        access.requireChange();
        MailKind mail = mail(mailName);
        Locale language = language(tag);
        MailTextForm form = MailTextForm.typed(subject, body, version);
        try {
            texts.save(new MailTextEdit(mail, language, form.text(), form.version(), access.userName()));
        } catch (MailTextRefusedException refused) {
            return refused(mail, language, form, refused, response, model);
        } catch (StaleMailTextException stale) {
            return stale(mail, language, form, response, model);
        }
        redirect.addFlashAttribute("rtnConfirmation",
            words.message(texts.keepsAll(mail, form.text()) ? "rtn.admin.mailText.saved" : "rtn.admin.mailText.saved.without"));
        return "redirect:" + url(mail, language);
    }

    @PostMapping(EDITOR + "/preview")
    String preview(@PathVariable("mail") String mailName, @PathVariable("language") String tag,
            @RequestParam(value = "subject", defaultValue = "") String subject,
            @RequestParam(value = "body", defaultValue = "") String body,
            @RequestParam(value = "version", defaultValue = "") String version, HttpServletResponse response, Model model) {
        access.requireRead();
        MailKind mail = mail(mailName);
        Locale language = language(tag);
        MailTextForm form = MailTextForm.typed(subject, body, version);
        MailText text;
        try {
            text = texts.check(mail, form.text());
        } catch (MailTextRefusedException refused) {
            return refused(mail, language, form, refused, response, model);
        }
        model.addAttribute("rtnPreview", samples.of(mail, text, language));
        model.addAttribute("rtnKeepsAll", texts.keepsAll(mail, form.text()));
        return editor(mail, language, form, model);
    }

    @PostMapping(EDITOR + "/default")
    String backToDefault(@PathVariable("mail") String mailName, @PathVariable("language") String tag,
            @RequestParam(value = "version", defaultValue = "") String version, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        access.requireChange();
        MailKind mail = mail(mailName);
        Locale language = language(tag);
        try {
            texts.backToShipped(mail, language, MailTextForm.typed("", "", version).version());
        } catch (StaleMailTextException stale) {
            return stale(mail, language, MailTextForm.of(texts.inForce(mail, language)), response, model);
        }
        redirect.addFlashAttribute("rtnConfirmation", words.message("rtn.admin.mailText.default.done"));
        return "redirect:" + url(mail, language);
    }

    /** Where somebody reloads or follows the address of a form that was sent. */
    @GetMapping({EDITOR + "/preview", EDITOR + "/default"})
    String backToEditor(@PathVariable("mail") String mailName, @PathVariable("language") String tag) {
        access.requireRead();
        return "redirect:" + url(mail(mailName), language(tag));
    }

    private String refused(MailKind mail, Locale language, MailTextForm form, MailTextRefusedException refused,
            HttpServletResponse response, Model model) {
        response.setStatus(UNPROCESSABLE);
        model.addAttribute("rtnAlert", words.message("rtn.admin.mailText.refused"));
        return editor(mail, language, form.with(words.of(refused.objections())), model);
    }

    private String stale(MailKind mail, Locale language, MailTextForm form, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("rtnAlert", words.message("rtn.admin.mailText.stale"));
        model.addAttribute("rtnStale", true);
        return editor(mail, language, form, model);
    }

    private String editor(MailKind mail, Locale language, MailTextForm form, Model model) {
        model.addAttribute("rtnForm", form);
        model.addAttribute("rtnInForce", texts.inForce(mail, language));
        model.addAttribute("rtnPlaceholders", MailPlaceholders.of(kinds.placeholdersOf(mail), words));
        model.addAttribute("rtnMailName", nameOf(mail));
        model.addAttribute("rtnUrl", url(mail, language));
        model.addAttribute("rtnLanguage", words.language(language));
        model.addAttribute("rtnLanguageTag", language.toLanguageTag());
        model.addAttribute("rtnOthers", texts.languages().stream().filter(other -> !other.equals(language))
            .map(other -> new MailTextRow.Text(url(mail, other), words.language(other), null, null, null)).toList());
        model.addAttribute("rtnMayChange", access.mayChange());
        model.addAttribute("rtnWords", words);
        return page.show(model, SECTION, "rtn/mailText");
    }

    private String nameOf(MailKind mail) {
        return words.called(mail.titleCode());
    }

    private static String url(MailKind mail, Locale language) {
        return "/" + SECTION + "/" + mail.name().toLowerCase(Locale.ROOT) + "/" + language.toLanguageTag();
    }

    private MailKind mail(String name) {
        return kinds.all().stream().filter(mail -> mail.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
            .orElseThrow(NoSuchMail::new);
    }

    private Locale language(String tag) {
        List<Locale> languages = texts.languages();
        return languages.stream().filter(language -> language.toLanguageTag().equals(tag)).findFirst()
            .orElseThrow(NoSuchMail::new);
    }

    @ExceptionHandler
    ModelAndView notFound(NoSuchMail unknown, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return new ModelAndView("modules/defaultContainer", "viewType", "rtn/mailTextMissing");
    }

    /** There is no such mail, or it is not written in that language. */
    private static final class NoSuchMail extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
