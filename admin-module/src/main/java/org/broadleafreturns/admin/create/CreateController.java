package org.broadleafreturns.admin.create;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.controller.BroadleafControllerUtility;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.DialogParts;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.admin.page.DialogAnswers;
import org.broadleafreturns.admin.page.DialogObjections;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.mail.WireAddress;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.StepOutcome;
import org.springframework.context.i18n.LocaleContextHolder;
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
 * The dialog that creates a return. Its script asks in the background and gets pieces of HTML back: with status 200 what
 * comes next, with 422 objections to show beside the inputs.
 */
@Controller
@RequestMapping("/returns/orders/{orderId:[0-9]{1,18}}/new")
class CreateController {

    private final AccessibleReturns returns;
    private final ReturnAccess access;
    private final ReturnLookup lookup;
    private final ShopOrders orders;
    private final ReturnSubmissionService submissions;
    private final ReturnChoices choices;
    private final DialogParts parts;
    private final MerchantWords words;

    CreateController(AccessibleReturns returns, ReturnAccess access, ReturnLookup lookup, ShopOrders orders,
            ReturnSubmissionService submissions, ReturnChoices choices, DialogParts parts, MerchantWords words) {
        this.returns = returns;
        this.access = access;
        this.lookup = lookup;
        this.orders = orders;
        this.submissions = submissions;
        this.choices = choices;
        this.parts = parts;
        this.words = words;
    }

    @GetMapping
    String form(@PathVariable("orderId") Long orderId, HttpServletRequest request, Model model) {
        Order order = returns.orderToChange(orderId);
        if (!BroadleafControllerUtility.isAjaxRequest(request)) {
            return "redirect:/order/" + orderId + "#returns";
        }
        Eligibility eligibility = lookup.eligibilityForMerchant(order);
        Map<Long, ArticleDetails> details = lookup.detailsOf(
            eligibility.lines().stream().map(line -> line.line().itemId()).toList(), LocaleContextHolder.getLocale());
        model.addAttribute("rtnOrder", order);
        model.addAttribute("rtnObjection", text(eligibility.objection()));
        model.addAttribute("rtnWaived", text(eligibility.waived()));
        model.addAttribute("rtnLines", eligibility.lines().stream()
            .map(line -> line(line, details.get(line.line().itemId()))).toList());
        model.addAttribute("rtnNothingReturnable", !eligibility.anythingReturnable());
        List<Choice> reasons = choices.reasons(LocaleContextHolder.getLocale());
        model.addAttribute("rtnReasons", reasons);
        model.addAttribute("rtnCommentReasons", Choice.labelsAskingForComment(reasons));
        model.addAttribute("rtnRefundTypes", choices.refundTypes(LocaleContextHolder.getLocale()));
        String address = lookup.mailAddress(order).orElse(null);
        boolean writable = address != null && WireAddress.isWritable(address);
        model.addAttribute("rtnMailAddress", writable ? address : null);
        model.addAttribute("rtnUnwritableAddress", writable ? null : address);
        model.addAttribute("rtnTextLength", ReturnRequest.TEXT_LENGTH);
        model.addAttribute("rtnParts", parts.in(OpenDialog.creation(orderId)));
        model.addAttribute("rtnSubmissionKey", UUID.randomUUID().toString());
        return DialogAnswers.open("rtn.admin.create.title", "rtn/createForm", access.merchant(), model);
    }

    @PostMapping
    String create(@PathVariable("orderId") Long orderId, @RequestParam Map<String, String> inputs, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        List<Long> items = orders.linesOf(returns.orderToChange(orderId)).stream().map(OrderedLine::itemId).toList();
        StepOutcome outcome = StepOutcome.of(submissions.create(CreateForm.read(orderId, items, inputs), access.merchant()));
        return DialogAnswers.done(outcome, words.message(outcome.mailed() ? "rtn.admin.create.done.mail" : "rtn.admin.create.done"),
            request, response, model);
    }

    private NewLine line(EligibleLine line, ArticleDetails details) {
        Objection notice = line.objection() == null ? line.waived() : line.objection();
        return new NewLine(line.line().itemId(), line.line().name(), details.words(), line.line().quantity(), line.returnable(),
            line.lastDay() == null ? null : words.day(line.lastDay()), text(notice),
            line.objection() == null && line.waived() != null, line.withoutGround());
    }

    private String text(Objection objection) {
        return objection == null ? null : words.of(List.of(objection)).get(0).text();
    }

    @ExceptionHandler
    ModelAndView objections(ReturnRefusedException refused, HttpServletResponse response) {
        return DialogObjections.answer(refused, words, response);
    }
}
