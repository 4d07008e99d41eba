package org.broadleafreturns.admin.withdrawal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.access.WithdrawalAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.withdrawal.ReturnsOfStatements;
import org.broadleafreturns.core.withdrawal.WithdrawalDesk;
import org.broadleafreturns.core.withdrawal.WithdrawalList;
import org.broadleafreturns.core.withdrawal.WithdrawalPage;
import org.broadleafreturns.core.withdrawal.WithdrawalView;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows merchants statements of withdrawal, and takes what they do with them. Nothing of it needs a script. */
@Controller
@RequestMapping("/" + WithdrawalListController.SECTION)
class WithdrawalListController {

    static final String SECTION = "return-withdrawals";

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_SEARCH = 200;

    private final WithdrawalAccess access;
    private final ReturnAccess returnAccess;
    private final WithdrawalDesk desk;
    private final ReturnsOfStatements returns;
    private final ReturnsSettings settings;
    private final BackOfficePage page;
    private final WithdrawalTexts texts;

    WithdrawalListController(WithdrawalAccess access, ReturnAccess returnAccess, WithdrawalDesk desk, ReturnsOfStatements returns,
            ReturnsSettings settings, BackOfficePage page, WithdrawalTexts texts) {
        this.access = access;
        this.returnAccess = returnAccess;
        this.desk = desk;
        this.returns = returns;
        this.settings = settings;
        this.page = page;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(value = "view", required = false) String view, @RequestParam(value = "q", required = false) String typed,
            @RequestParam(value = "page", required = false) String number, Model model) {
        access.requireRead();
        String searched = typed == null || typed.length() > LONGEST_SEARCH ? "" : typed.strip();
        WithdrawalList list = Arrays.stream(WithdrawalList.values()).filter(one -> one.name().equals(view)).findFirst()
            .orElse(WithdrawalList.NEW);
        int from = number != null && number.matches("[0-9]{1,5}") ? Integer.parseInt(number) : 0;
        WithdrawalPage found = searched.isEmpty() ? desk.list(list, from) : desk.search(searched, from);
        Map<WithdrawalList, Backlog> counts = desk.counts();
        model.addAttribute("rtnTabs", Arrays.stream(WithdrawalList.values())
            .map(one -> new ListTab(one.name(), counts.get(one), searched.isEmpty() && one == list)).toList());
        model.addAttribute("rtnSearched", searched);
        model.addAttribute("rtnView", list.name());
        model.addAttribute("rtnPage", found);
        model.addAttribute("rtnRows", found.rows().stream().map(row -> ListedWithdrawal.of(row, texts)).toList());
        model.addAttribute("rtnMayChange", access.mayChange());
        return page.show(model, SECTION, "rtn/withdrawals");
    }

    @GetMapping("/{number}")
    String show(@PathVariable("number") String number, Model model) {
        access.requireRead();
        return shown(number, model);
    }

    private String shown(String number, Model model) {
        WithdrawalView view = desk.find(number, texts.locale());
        model.addAttribute("rtnWithdrawal", view);
        model.addAttribute("rtnUrl", url(view.row().receipt().number()));
        model.addAttribute("rtnTexts", texts);
        model.addAttribute("rtnMayChange", access.mayChange());
        model.addAttribute("rtnReturns", returns.of(number, texts.locale()));
        model.addAttribute("rtnMayMake", access.mayChange() && returnAccess.mayChange());
        model.addAttribute("rtnToStop", view.findings() == null ? 0 : view.findings().toStop());
        return page.show(model, SECTION, "rtn/withdrawal");
    }

    /** Where somebody reloads or follows the address of a form that was sent. */
    @GetMapping({"/{number}/link", "/{number}/send-again", "/{number}/release", "/{number}/done", "/{number}/reopen"})
    String back(@PathVariable("number") String number) {
        access.requireRead();
        return "redirect:" + url(desk.row(number).receipt().number());
    }

    @PostMapping("/{number}/link")
    String link(@PathVariable("number") String number, @RequestParam(value = "order", defaultValue = "") String order,
            HttpServletResponse response, Model model, RedirectAttributes redirect) {
        access.requireChange();
        return done(number, "link", () -> desk.link(number, order, access.userName()), order, response, model, redirect);
    }

    @PostMapping("/{number}/send-again")
    String sendAgain(@PathVariable("number") String number, @RequestParam(value = "address", defaultValue = "") String address,
            HttpServletResponse response, Model model, RedirectAttributes redirect) {
        access.requireChange();
        return done(number, "again", () -> desk.sendAgain(number, address), address, response, model, redirect);
    }

    @PostMapping("/{number}/release")
    String release(@PathVariable("number") String number, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        access.requireChange();
        return done(number, "release", () -> desk.release(number), "", response, model, redirect);
    }

    @PostMapping("/{number}/done")
    String handle(@PathVariable("number") String number, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        access.requireChange();
        return done(number, "handle", () -> desk.handle(number, access.userName()), "", response, model, redirect);
    }

    @PostMapping("/{number}/reopen")
    String reopen(@PathVariable("number") String number, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        access.requireChange();
        return done(number, "reopen", () -> desk.reopen(number), "", response, model, redirect);
    }

    private String done(String number, String what, Runnable step, String typed, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        try {
            step.run();
        } catch (ReturnRefusedException refused) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("rtnFault", texts.words().texts(refused.objections()).get(0));
            model.addAttribute("rtnFaultOf", what);
            model.addAttribute("rtnTyped", typed);
            return shown(number, model);
        } catch (ConcurrencyFailureException meanwhile) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("rtnAlert", texts.message("rtn.admin.withdrawal.stale"));
            return shown(number, model);
        }
        redirect.addFlashAttribute("rtnConfirmation", texts.message("rtn.admin.withdrawal." + what + ".done"));
        return "redirect:" + url(number);
    }

    @GetMapping("/enter")
    String enter(Model model) {
        access.requireChange();
        return form(EnterForm.empty(settings.shopLanguage()), model);
    }

    @PostMapping("/enter")
    String save(@RequestParam Map<String, String> inputs, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        access.requireChange();
        EnterForm form = EnterForm.typed(inputs);
        try {
            String number = desk.enter(form.content(settings.languages()), form.value("channel"), form.value("day"), form.key(),
                access.userName());
            redirect.addFlashAttribute("rtnConfirmation", texts.message("rtn.admin.withdrawal.enter.saved"));
            return "redirect:" + url(number);
        } catch (ReturnRefusedException refused) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("rtnAlert", texts.message("rtn.admin.withdrawal.enter.refused"));
            return form(form.with(texts.words().of(refused.objections())), model);
        }
    }

    private String form(EnterForm form, Model model) {
        model.addAttribute("rtnForm", form);
        model.addAttribute("rtnChannels", List.of("LETTER", "EMAIL", "PHONE"));
        model.addAttribute("rtnLanguages", settings.languages().stream()
            .map(language -> new LanguageOption(language.toLanguageTag(), texts.words().language(language))).toList());
        return page.show(model, SECTION, "rtn/withdrawalForm");
    }

    /** Where a statement is shown. */
    static String url(String number) {
        return "/" + SECTION + "/" + number.toUpperCase(Locale.ROOT);
    }
}
