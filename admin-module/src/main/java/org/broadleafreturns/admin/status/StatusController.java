package org.broadleafreturns.admin.status;

import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.controller.BroadleafControllerUtility;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.DialogParts;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.admin.dialog.ReturnHead;
import org.broadleafreturns.admin.page.DialogAnswers;
import org.broadleafreturns.admin.page.DialogObjections;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.PreviewView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.broadleafreturns.core.request.StepOutcome;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * The dialog that changes the status of a return. Its script asks in the background and gets pieces of HTML back: with
 * status 200 what comes next, with 422 objections to show beside the inputs, with 409 the news that somebody else was faster,
 * with 503 that nothing can be changed just now.
 */
@Controller
@RequestMapping("/returns/{number}/status")
class StatusController {

    private final AccessibleReturns returns;
    private final ReturnAccess access;
    private final ReturnLookup lookup;
    private final ReturnViews views;
    private final ReturnHead head;
    private final StatusChangeService statusChanges;
    private final DialogParts parts;
    private final GoodsWords goods;
    private final MerchantWords words;

    StatusController(AccessibleReturns returns, ReturnAccess access, ReturnLookup lookup, ReturnViews views, ReturnHead head,
            StatusChangeService statusChanges, DialogParts parts, GoodsWords goods, MerchantWords words) {
        this.returns = returns;
        this.access = access;
        this.lookup = lookup;
        this.views = views;
        this.head = head;
        this.statusChanges = statusChanges;
        this.parts = parts;
        this.goods = goods;
        this.words = words;
    }

    @GetMapping
    String form(@PathVariable("number") String number, HttpServletRequest request, Model model) {
        ReturnReference which = returns.toChange(number);
        if (!BroadleafControllerUtility.isAjaxRequest(request)) {
            return DialogAnswers.toReturn(which);
        }
        ReturnView found = views.shown(which, LocaleContextHolder.getLocale()).orElseThrow(ReturnNotFoundException::new);
        Set<ReturnStatus> choices = found.nextStatuses(access.merchant());
        head.show(found, model);
        model.addAttribute("rtnChoices", choices);
        model.addAttribute("rtnOnlyChoice", choices.size() == 1);
        model.addAttribute("rtnParts", parts.in(OpenDialog.of(found, choices)));
        return DialogAnswers.open("rtn.admin.status.title", "rtn/statusForm", access.merchant(), model);
    }

    @PostMapping("/preview")
    String preview(@PathVariable("number") String number, @RequestParam Map<String, String> inputs, Model model) {
        ReturnReference which = returns.toChange(number);
        return preview(StatusForm.read(which.number(), inputs, () -> lookup.requestedUnits(which.id())), model);
    }

    /** The form of few parts that carries a label: no server takes a part for each of many lines. */
    @PostMapping(value = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String previewWithLabel(@PathVariable("number") String number, @RequestParam Map<String, String> inputs,
            @RequestParam(value = "label", required = false) MultipartFile label, MultipartHttpServletRequest form, Model model) {
        StatusForm.requireFewParts(form);
        return preview(StatusForm.readWithLabel(returns.toChange(number).number(), inputs, label), model);
    }

    private String preview(StatusChange change, Model model) {
        StatusPreview entered = statusChanges.preview(change, access.merchant());
        PreviewView preview = lookup.shown(entered, words.locale());
        model.addAttribute("rtnPreview", preview);
        model.addAttribute("rtnDialog", "status");
        model.addAttribute("rtnSaid", statusChanges.said(entered, preview, access.merchant(), words.locale()));
        model.addAttribute("rtnGoods", goods.of(preview.goods(), words.locale()));
        model.addAttribute("rtnWords", words);
        return "views/rtn/statusPreview";
    }

    @PostMapping("/apply")
    String apply(@PathVariable("number") String number, @RequestParam(value = "token", defaultValue = "") String token,
            @RequestParam(value = "sendMail", defaultValue = "") String sendMail, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        String of = returns.toChange(number).number();
        StepOutcome outcome = DialogAnswers.applied(
            () -> StepOutcome.of(statusChanges.apply(of, token, "true".equals(sendMail), access.merchant())),
            "rtn.admin.status.expired");
        String done = outcome.held() ? "rtn.admin.status.done.held"
            : outcome.mailed() ? "rtn.admin.status.done.mail" : "rtn.admin.status.done";
        String status = words.message(outcome.status().getFriendlyType());
        return DialogAnswers.done(outcome, words.message(done, status), request, response, model);
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
