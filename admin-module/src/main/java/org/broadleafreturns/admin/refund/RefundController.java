package org.broadleafreturns.admin.refund;

import java.util.Map;
import java.util.Optional;
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
import org.broadleafreturns.core.refund.RefundProposal;
import org.broadleafreturns.core.refund.RefundService;
import org.broadleafreturns.core.refund.RefundState;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.PreviewView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusPreview;
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

/** The dialog that refunds a return which was decided before. It answers as that of the status does. */
@Controller
@RequestMapping("/returns/{number}/refund")
class RefundController {

    private final AccessibleReturns returns;
    private final ReturnAccess access;
    private final ReturnViews views;
    private final ReturnLookup lookup;
    private final ReturnHead head;
    private final RefundViews refundViews;
    private final RefundService refunds;
    private final RefundFields fields;
    private final MerchantWords words;

    RefundController(AccessibleReturns returns, ReturnAccess access, ReturnViews views, ReturnLookup lookup, ReturnHead head,
            RefundViews refundViews, RefundService refunds, RefundFields fields, MerchantWords words) {
        this.returns = returns;
        this.access = access;
        this.views = views;
        this.lookup = lookup;
        this.head = head;
        this.refundViews = refundViews;
        this.refunds = refunds;
        this.fields = fields;
        this.words = words;
    }

    @GetMapping
    String form(@PathVariable("number") String number, HttpServletRequest request, Model model) {
        ReturnReference which = returns.toChange(number);
        if (!BroadleafControllerUtility.isAjaxRequest(request)) {
            return DialogAnswers.toReturn(which);
        }
        ReturnView shown = views.shown(which, words.locale()).orElseThrow(ReturnNotFoundException::new);
        Optional<RefundProposal> proposal = refundViews.proposal(shown, true);
        head.show(shown, model);
        model.addAttribute("rtnRefund", proposal.map(found -> fields.of(found, true)).orElse(null));
        return DialogAnswers.open("rtn.admin.refund.title", "rtn/refundForm", access.merchant(), model);
    }

    @PostMapping("/preview")
    String preview(@PathVariable("number") String number, @RequestParam Map<String, String> inputs, Model model) {
        ReturnReference which = returns.toChange(number);
        FeatureSteps.Kept entered = RefundForm.read(which.number(), inputs);
        StatusPreview preview = refunds.preview(entered, access.merchant());
        PreviewView shown = lookup.shown(preview, words.locale());
        model.addAttribute("rtnPreview", shown);
        model.addAttribute("rtnDialog", "refund");
        model.addAttribute("rtnSaid", refunds.said(entered, preview, words.locale()));
        model.addAttribute("rtnWords", words);
        return "views/rtn/statusPreview";
    }

    @PostMapping("/apply")
    String apply(@PathVariable("number") String number, @RequestParam(value = "token", defaultValue = "") String token,
            @RequestParam(value = "sendMail", defaultValue = "") String sendMail, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        ReturnReference which = returns.toChange(number);
        StepOutcome outcome = DialogAnswers.applied(
            () -> StepOutcome.of(refunds.apply(which.number(), token, "true".equals(sendMail), access.merchant())),
            "rtn.admin.refund.expired");
        return DialogAnswers.done(outcome, words.message("rtn.admin.refund.done." + refundViews.newest(which.id())
            .map(RefundController::said).orElse(RefundState.PENDING.name())), request, response, model);
    }

    private static String said(RefundViews.Standing newest) {
        return newest.state() == RefundState.FAILED && newest.paid() ? "FAILED.partly" : newest.state().name();
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
