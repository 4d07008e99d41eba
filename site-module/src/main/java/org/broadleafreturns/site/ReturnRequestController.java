package org.broadleafreturns.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.policy.Objection;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnRefusedException;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which a shopper asks to return something of an order. */
@Controller
@RequestMapping("/account/orders/{orderNumber}/return")
class ReturnRequestController {

    private static final int UNPROCESSABLE = 422;

    private final ReturnLookup lookup;
    private final ReturnSubmissionService submissions;
    private final ReturnChoices choices;
    private final ShopperWords words;

    ReturnRequestController(ReturnLookup lookup, ReturnSubmissionService submissions, ReturnChoices choices,
            ShopperWords words) {
        this.lookup = lookup;
        this.submissions = submissions;
        this.choices = choices;
        this.words = words;
    }

    @RequestMapping(method = RequestMethod.GET)
    String form(@PathVariable("orderNumber") String orderNumber, Model model) {
        show(order(orderNumber), RequestForm.empty(UUID.randomUUID().toString()), List.of(), model);
        return "account/returns/request";
    }

    @RequestMapping(method = RequestMethod.POST)
    String submit(@PathVariable("orderNumber") String orderNumber, HttpServletRequest request, HttpServletResponse response,
            Model model, RedirectAttributes afterwards) {
        Order order = order(orderNumber);
        RequestForm form = RequestForm.of(request.getParameterMap());
        List<Objection> objections = form.objections();
        if (objections.isEmpty()) {
            try {
                ReturnRequest stored = submissions.submit(new SubmitReturn(orderNumber, Shopper.id(), form.lines(),
                    form.refundType(), form.comment(), ShopperWords.locale(), form.submissionKey()));
                afterwards.addFlashAttribute("rtnJustRequested", true);
                return "redirect:/account/returns/" + stored.getNumber();
            } catch (ReturnRefusedException e) {
                objections = e.objections();
            }
        }
        response.setStatus(UNPROCESSABLE);
        show(order, form, objections, model);
        return "account/returns/request";
    }

    private Order order(String orderNumber) {
        return lookup.orderOfCustomer(Shopper.id(), orderNumber).orElseThrow(ReturnNotFoundException::new);
    }

    private void show(Order order, RequestForm form, List<Objection> objections, Model model) {
        Eligibility eligibility = lookup.eligibility(order);
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> general = new ArrayList<>();
        for (Objection objection : objections) {
            if (objection.field().isEmpty()) {
                general.add(words.of(objection));
            } else {
                errors.putIfAbsent(objection.field(), words.of(objection));
            }
        }
        model.addAttribute("rtnOrder", order);
        model.addAttribute("rtnObjection", eligibility.objection() == null ? null : words.of(eligibility.objection()));
        model.addAttribute("rtnNothingReturnable", !eligibility.anythingReturnable());
        model.addAttribute("rtnLines", eligibility.lines().stream().map(line -> line(line, form, errors)).toList());
        model.addAttribute("rtnForm", form);
        model.addAttribute("rtnReasons", choices.reasons(ShopperWords.locale()));
        model.addAttribute("rtnRefundTypes", choices.refundTypes(ShopperWords.locale()));
        model.addAttribute("rtnErrors", errors);
        model.addAttribute("rtnGeneralErrors", general);
        model.addAttribute("rtnLinesError", errors.get("lines"));
        model.addAttribute("rtnRefundTypeError", errors.get("refundType"));
        model.addAttribute("rtnCommentError", errors.get("comment"));
        model.addAttribute("rtnTextLength", ReturnRequest.TEXT_LENGTH);
    }

    private FormLine line(EligibleLine eligible, RequestForm form, Map<String, String> errors) {
        Long item = eligible.line().itemId();
        return new FormLine(item, eligible.line().name(), eligible.line().quantity(), eligible.returnable(),
            eligible.objection() == null ? null : words.of(eligible.objection()),
            form.quantities().getOrDefault(item, ""), form.reasons().get(item),
            errors.get("lines[" + item + "].quantity"), errors.get("lines[" + item + "].reason"));
    }
}
