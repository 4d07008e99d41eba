package org.broadleafreturns.admin.correct;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.controller.BroadleafControllerUtility;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.ReturnHead;
import org.broadleafreturns.admin.page.DialogAnswers;
import org.broadleafreturns.admin.page.DialogObjections;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.request.CorrectionService;
import org.broadleafreturns.core.request.CorrectionView;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StepOutcome;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The dialog that corrects a return. Its script asks in the background and gets pieces of HTML back, as that of the status dialog
 * does.
 */
@Controller
@RequestMapping("/returns/{number}/correction")
class CorrectController {

    private final AccessibleReturns returns;
    private final ReturnAccess access;
    private final CorrectableReturns correctable;
    private final ReturnLookup lookup;
    private final ReturnHead head;
    private final CorrectionService corrections;
    private final GoodsWords goods;
    private final MerchantWords words;

    CorrectController(AccessibleReturns returns, ReturnAccess access, CorrectableReturns correctable, ReturnLookup lookup,
            ReturnHead head, CorrectionService corrections, GoodsWords goods, MerchantWords words) {
        this.returns = returns;
        this.access = access;
        this.correctable = correctable;
        this.lookup = lookup;
        this.head = head;
        this.corrections = corrections;
        this.goods = goods;
        this.words = words;
    }

    @GetMapping
    String form(@PathVariable("number") String number, HttpServletRequest request, Model model) {
        ReturnReference which = returns.toChange(number);
        if (!BroadleafControllerUtility.isAjaxRequest(request)) {
            return DialogAnswers.toReturn(which);
        }
        CorrectableReturns.Correctable found = correctable.read(which);
        head.show(found.shown(), model);
        model.addAttribute("rtnLines", found.lines());
        model.addAttribute("rtnOthers", found.others());
        model.addAttribute("rtnReasons", found.reasons());
        model.addAttribute("rtnCommentReasons", Choice.labelsAskingForComment(found.reasons()));
        model.addAttribute("rtnTextLength", ReturnRequest.TEXT_LENGTH);
        model.addAttribute("rtnObjection",
            found.shown().status().isRunning() ? null : words.message("rtn.objection.correct.decided"));
        return DialogAnswers.open("rtn.admin.correct.title", "rtn/correctForm", access.merchant(), model);
    }

    @PostMapping("/preview")
    String preview(@PathVariable("number") String number, @RequestParam Map<String, String> inputs, Model model) {
        ReturnReference which = returns.toChange(number);
        CorrectionView shown = lookup.shownCorrection(
            corrections.preview(CorrectForm.read(which.number(), inputs), access.merchant()), words.locale());
        model.addAttribute("rtnPreview", shown.preview());
        model.addAttribute("rtnDialog", "correction");
        model.addAttribute("rtnNotice", shown.cancels() ? words.message("rtn.admin.correct.cancels") : null);
        model.addAttribute("rtnGoods", shown.cancels() ? List.of() : goods.corrected(shown.lines(), words.locale()));
        model.addAttribute("rtnWords", words);
        return "views/rtn/statusPreview";
    }

    @PostMapping("/apply")
    String apply(@PathVariable("number") String number, @RequestParam(value = "token", defaultValue = "") String token,
            @RequestParam(value = "sendMail", defaultValue = "") String sendMail, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        String of = returns.toChange(number).number();
        StepOutcome outcome = DialogAnswers.applied(
            () -> StepOutcome.of(corrections.apply(of, token, "true".equals(sendMail), access.merchant())),
            "rtn.admin.correct.expired");
        return DialogAnswers.done(outcome, confirmation(outcome), request, response, model);
    }

    private String confirmation(StepOutcome outcome) {
        if (outcome.status() == ReturnStatus.CANCELLED) {
            return words.message(outcome.mailed() ? "rtn.admin.status.done.mail" : "rtn.admin.status.done",
                words.message(outcome.status().getFriendlyType()));
        }
        return words.message(outcome.mailed() ? "rtn.admin.correct.done.mail" : "rtn.admin.correct.done");
    }

    @ExceptionHandler
    ModelAndView objections(ReturnRefusedException refused, HttpServletResponse response) {
        return DialogObjections.answer(refused, words, response);
    }

    @ExceptionHandler({StaleReturnException.class, OptimisticLockingFailureException.class})
    ModelAndView stale(HttpServletResponse response) {
        return DialogAnswers.stale(response);
    }
}
