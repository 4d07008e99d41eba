package org.broadleafreturns.admin.withdrawal;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.access.WithdrawalAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.admin.page.DialogAnswers;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.withdrawal.ReturnsOfStatements;
import org.broadleafreturns.core.withdrawal.WithdrawalDesk;
import org.broadleafreturns.core.withdrawal.WithdrawalOffer;
import org.broadleafreturns.core.withdrawal.WithdrawalRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Makes returns of statements, and takes running returns as withdrawals, for whoever may change both. With either a merchant is done
 * with the statement: the return says from then on what there is to do.
 */
@Controller
@RequestMapping("/" + WithdrawalListController.SECTION + "/{number}")
class WithdrawalReturnController {

    private static final int UNPROCESSABLE = 422;

    private final WithdrawalAccess access;
    private final ReturnAccess returnAccess;
    private final WithdrawalDesk desk;
    private final ReturnsOfStatements returns;
    private final ReturnChoices choices;
    private final BackOfficePage page;
    private final WithdrawalTexts texts;

    WithdrawalReturnController(WithdrawalAccess access, ReturnAccess returnAccess, WithdrawalDesk desk, ReturnsOfStatements returns,
            ReturnChoices choices, BackOfficePage page, WithdrawalTexts texts) {
        this.access = access;
        this.returnAccess = returnAccess;
        this.desk = desk;
        this.returns = returns;
        this.choices = choices;
        this.page = page;
        this.texts = texts;
    }

    private void requireChange() {
        access.requireChange();
        returnAccess.requireChange();
    }

    @GetMapping("/return")
    String form(@PathVariable("number") String number, Model model) {
        requireChange();
        WithdrawalRow row = desk.row(number);
        return row.orderNumber() == null ? "redirect:" + url(row) : form(row, ReturnForm.of(returns.offer(number, texts.locale())), model);
    }

    @PostMapping("/return")
    String make(@PathVariable("number") String number, @RequestParam Map<String, String> inputs, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        requireChange();
        WithdrawalRow row = desk.row(number);
        if (row.orderNumber() == null) {
            return "redirect:" + url(row);
        }
        WithdrawalOffer offer = returns.offer(number, texts.locale());
        ReturnForm form = ReturnForm.typed(offer, inputs);
        try {
            ReturnReference made = returns.make(number, form.made(ground(row)), returnAccess.merchant());
            desk.handle(number, access.userName());
            return DialogAnswers.toReturn(made, texts.message("rtn.admin.withdrawal.return.done", row.receipt().number()), redirect);
        } catch (ReturnRefusedException refused) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("rtnAlert", texts.message("rtn.admin.withdrawal.return.refused"));
            return form(row, form.with(texts.words().of(refused.objections())), model);
        }
    }

    private String ground(WithdrawalRow row) {
        return texts.message("rtn.admin.withdrawal.return.ground", row.receipt().number(), texts.day(row.receipt().stated().day()));
    }

    private String form(WithdrawalRow row, ReturnForm form, Model model) {
        List<Choice> reasons = choices.reasons(texts.locale()).stream().filter(reason -> !reason.commentRequired()).toList();
        model.addAttribute("rtnWithdrawal", row);
        model.addAttribute("rtnUrl", url(row));
        model.addAttribute("rtnTexts", texts);
        model.addAttribute("rtnForm", form);
        model.addAttribute("rtnReasons", reasons);
        model.addAttribute("rtnRefundTypes", choices.refundTypes(texts.locale()));
        return page.show(model, WithdrawalListController.SECTION, "rtn/withdrawalReturn");
    }

    @PostMapping("/take")
    String take(@PathVariable("number") String number, @RequestParam(value = "return", defaultValue = "") String returned,
            RedirectAttributes redirect) {
        requireChange();
        WithdrawalRow row = desk.row(number);
        try {
            ReturnReference taken = returns.take(number, returned, returnAccess.merchant());
            desk.handle(number, access.userName());
            return DialogAnswers.toReturn(taken, texts.message("rtn.admin.withdrawal.take.done", row.receipt().number()), redirect);
        } catch (ReturnNotFoundException none) {
            return refused(row, List.of(Objection.general("rtn.objection.withdrawal.otherOrder")), redirect);
        } catch (ReturnRefusedException refused) {
            return refused(row, refused.objections(), redirect);
        }
    }

    private String refused(WithdrawalRow row, List<Objection> objections, RedirectAttributes redirect) {
        redirect.addFlashAttribute("rtnTakeFault", texts.words().texts(objections).get(0));
        return "redirect:" + url(row);
    }

    /** Where somebody reloads or follows the address of a form that was sent. */
    @GetMapping("/take")
    String back(@PathVariable("number") String number) {
        access.requireRead();
        return "redirect:" + url(desk.row(number));
    }

    private static String url(WithdrawalRow row) {
        return WithdrawalListController.url(row.receipt().number());
    }
}
