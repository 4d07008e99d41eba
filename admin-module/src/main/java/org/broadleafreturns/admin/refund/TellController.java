package org.broadleafreturns.admin.refund;

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
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.refund.RefundService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnViews;
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
 * The dialog that tells a customer of a decision whose mail waits for a refund that was not made. It answers as that of the status
 * does.
 */
@Controller
@RequestMapping("/returns/{number}/tell")
class TellController {

    private final AccessibleReturns returns;
    private final ReturnAccess access;
    private final ReturnViews views;
    private final ReturnLookup lookup;
    private final ReturnHead head;
    private final RefundService refunds;
    private final MerchantWords words;

    TellController(AccessibleReturns returns, ReturnAccess access, ReturnViews views, ReturnLookup lookup, ReturnHead head,
            RefundService refunds, MerchantWords words) {
        this.returns = returns;
        this.access = access;
        this.views = views;
        this.lookup = lookup;
        this.head = head;
        this.refunds = refunds;
        this.words = words;
    }

    @GetMapping
    String form(@PathVariable("number") String number, HttpServletRequest request, Model model) {
        ReturnReference which = returns.toChange(number);
        if (!BroadleafControllerUtility.isAjaxRequest(request)) {
            return DialogAnswers.toReturn(which);
        }
        head.show(views.shown(which, words.locale()).orElseThrow(ReturnNotFoundException::new), model);
        return DialogAnswers.open("rtn.admin.refund.tell.title", "rtn/tellForm", access.merchant(), model);
    }

    @PostMapping("/preview")
    String preview(@PathVariable("number") String number, @RequestParam Map<String, String> inputs, Model model) {
        ReturnReference which = returns.toChange(number);
        model.addAttribute("rtnPreview",
            lookup.shown(refunds.previewTelling(RefundForm.read(which.number(), inputs), access.merchant()), words.locale()));
        model.addAttribute("rtnDialog", "tell");
        model.addAttribute("rtnWords", words);
        return "views/rtn/statusPreview";
    }

    @PostMapping("/apply")
    String apply(@PathVariable("number") String number, @RequestParam(value = "token", defaultValue = "") String token,
            @RequestParam(value = "sendMail", defaultValue = "") String sendMail, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        ReturnReference which = returns.toChange(number);
        boolean mailed = "true".equals(sendMail);
        StepOutcome outcome = DialogAnswers.applied(
            () -> StepOutcome.of(refunds.applyTelling(which.number(), token, mailed, access.merchant())),
            "rtn.admin.status.expired");
        String done = mailed ? "rtn.admin.refund.tell.done" : "rtn.admin.refund.tell.done.none";
        return DialogAnswers.done(outcome, words.message(done), request, response, model);
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
