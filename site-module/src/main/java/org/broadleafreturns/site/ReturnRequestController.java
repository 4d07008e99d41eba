package org.broadleafreturns.site;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.draft.DraftInput;
import org.broadleafreturns.core.draft.ReturnDraft;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.refund.ExpectedRefunds;
import org.broadleafreturns.core.refund.VoucherWords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.turn.TryAgainLaterException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages on which a shopper asks to return something of an order: the form, its summary, and the way back. What was entered
 * is kept in a draft, whose token is in the address; nothing needs a script. While the merchant has switched returns off, all
 * of them say so.
 */
@Controller
@RequestMapping(FormAddress.FORM)
class ReturnRequestController {

    private static final int UNPROCESSABLE = 422;
    private static final String FORM = "account/returns/request";

    private final ReturnLookup lookup;
    private final ReturnDraftService drafts;
    private final ReturnChoices choices;
    private final ExpectedRefunds refunds;
    private final VoucherWords vouchers;
    private final ReturnsSettings settings;
    private final ShopperLimits limits;
    private final ShopperWords words;
    private final DraftPages pages;

    ReturnRequestController(ReturnLookup lookup, ReturnDraftService drafts, ReturnChoices choices, ExpectedRefunds refunds,
            VoucherWords vouchers, ReturnsSettings settings, ShopperLimits limits, ShopperWords words, DraftPages pages) {
        this.lookup = lookup;
        this.drafts = drafts;
        this.choices = choices;
        this.refunds = refunds;
        this.vouchers = vouchers;
        this.settings = settings;
        this.limits = limits;
        this.words = words;
        this.pages = pages;
    }

    @GetMapping
    String form(@RequestParam(value = "order", defaultValue = "") String given, Model model) {
        return show(pages.orderNumber(given, null), null, DraftInput.empty(), List.of(), model);
    }

    @GetMapping(FormAddress.DRAFT + "/edit")
    String edit(@RequestParam(value = "order", defaultValue = "") String given, @PathVariable("token") String token,
            HttpServletResponse response, Model model) {
        String orderNumber = pages.orderNumber(given, token);
        return drafts.find(pages.order(orderNumber).getOrderNumber(), Shopper.id(), token)
            .map(draft -> show(orderNumber, draft, draft.getInput(), List.of(), model))
            .orElseGet(() -> pages.sentOrGone(orderNumber, token, response, model));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String begin(@RequestParam(value = "order", defaultValue = "") String orderNumber, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        return save(orderNumber, null, request, response, model);
    }

    @PostMapping(value = FormAddress.DRAFT, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String change(@RequestParam(value = "order", defaultValue = "") String orderNumber, @PathVariable("token") String token,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return save(orderNumber, token, request, response, model);
    }

    private String save(String orderNumber, String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Long customer = Shopper.id();
        RequestForm form = RequestForm.of(request);
        Duration wait = limits.count(customer, 0);
        pages.order(orderNumber);
        if (!wait.isZero()) {
            return showAgain(orderNumber, token, form, List.of(DraftPages.tooMany(wait, response)), model);
        }
        FormAddress address;
        try {
            String kept = drafts.save(orderNumber, customer, token, form.input()).getToken();
            address = new FormAddress(orderNumber, kept);
            form.removed().ifPresent(photo -> drafts.removePhoto(orderNumber, customer, kept, photo));
        } catch (ReturnRefusedException e) {
            response.setStatus(status(e));
            return showAgain(orderNumber, token, form, e.objections(), model);
        }
        if (form.staying()) {
            return DraftPages.redirect(form.adding() ? address.photos() : address.edit() + "#rtn-photos", model);
        }
        ReturnDraft draft = drafts.find(orderNumber, customer, address.token()).orElseThrow(ReturnNotFoundException::new);
        List<Objection> objections = form.objections().isEmpty()
            ? drafts.objections(orderNumber, customer, form.input(), draft.getPhotos()) : form.objections();
        if (objections.isEmpty()) {
            return DraftPages.redirect(address.page(), model);
        }
        response.setStatus(UNPROCESSABLE);
        return show(orderNumber, draft, form.input(), objections, model);
    }

    @GetMapping(FormAddress.DRAFT)
    String summary(@RequestParam(value = "order", defaultValue = "") String given, @PathVariable("token") String token,
            HttpServletResponse response, Model model) {
        String orderNumber = pages.orderNumber(given, token);
        pages.order(orderNumber);
        Optional<ReturnDraft> draft = drafts.find(orderNumber, Shopper.id(), token);
        if (draft.isEmpty()) {
            return pages.sentOrGone(orderNumber, token, response, model);
        }
        List<Objection> objections =
            drafts.objections(orderNumber, Shopper.id(), draft.get().getInput(), draft.get().getPhotos());
        return objections.isEmpty() ? summarise(draft.get(), null, model)
            : show(orderNumber, draft.get(), draft.get().getInput(), objections, model);
    }

    @PostMapping(FormAddress.DRAFT + "/send")
    String send(@RequestParam(value = "order", defaultValue = "") String orderNumber, @PathVariable("token") String token,
            HttpServletResponse response, Model model, RedirectAttributes afterwards) {
        pages.order(orderNumber);
        Duration wait = limits.count(Shopper.id(), 0);
        if (!wait.isZero()) {
            String reason = words.of(DraftPages.tooMany(wait, response));
            return drafts.find(orderNumber, Shopper.id(), token).map(draft -> summarise(draft, reason, model))
                .orElseGet(() -> pages.sentOrGone(orderNumber, token, response, model));
        }
        try {
            ReturnRequest sent = drafts.send(orderNumber, Shopper.id(), token, ShopperWords.locale());
            afterwards.addFlashAttribute("rtnJustRequested", true);
            return "redirect:/account/returns/" + sent.getNumber();
        } catch (ReturnNotFoundException e) {
            return pages.sentOrGone(orderNumber, token, response, model);
        } catch (ReturnRefusedException e) {
            response.setStatus(status(e));
            ReturnDraft draft = drafts.find(orderNumber, Shopper.id(), token).orElseThrow(ReturnNotFoundException::new);
            return show(orderNumber, draft, draft.getInput(), e.objections(), model);
        }
    }

    private static int status(ReturnRefusedException refused) {
        return refused instanceof TryAgainLaterException ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : UNPROCESSABLE;
    }

    private String summarise(ReturnDraft draft, String error, Model model) {
        Order order = pages.order(draft.getOrder().getOrderNumber());
        Map<Long, SubmitReturn.Line> picked = new LinkedHashMap<>();
        draft.getInput().lines().forEach(line -> picked.put(line.orderItemId(), line));
        model.addAttribute("rtnOrder", order);
        model.addAttribute("rtnTitle", words.title("rtn.site.summary.title"));
        model.addAttribute("rtnAddress", new FormAddress(order.getOrderNumber(), draft.getToken()));
        Map<Long, ArticleDetails> details = lookup.detailsOf(picked.keySet(), ShopperWords.locale());
        model.addAttribute("rtnLines", lookup.eligibility(order).lines().stream().map(EligibleLine::line)
            .filter(line -> picked.containsKey(line.itemId()))
            .map(line -> new SummaryLine(line.name(), details.get(line.itemId()).words(), picked.get(line.itemId()).quantity(),
                words.reason(picked.get(line.itemId()).reasonCode())))
            .toList());
        model.addAttribute("rtnRefundType", words.refundType(draft.getInput().refundType()));
        model.addAttribute("rtnVoucher", vouchers.limits(draft.getInput().refundType(), ShopperWords.locale()).orElse(null));
        Map<Long, Integer> units = new LinkedHashMap<>();
        picked.forEach((item, line) -> units.put(item, line.quantity()));
        model.addAttribute("rtnExpectedRefund",
            refunds.of(order.getId(), units, draft.getInput().refundType()).map(words::amount).orElse(null));
        model.addAttribute("rtnComment", draft.getInput().comment() == null || draft.getInput().comment().isBlank()
            ? null : draft.getInput().comment());
        model.addAttribute("rtnPhotos", draft.getPhotos());
        model.addAttribute("rtnError", error);
        return "account/returns/summary";
    }

    /** What was entered and not kept, beside what the draft has of before. */
    private String showAgain(String orderNumber, String token, RequestForm form, List<Objection> objections, Model model) {
        return show(orderNumber, drafts.find(orderNumber, Shopper.id(), token).orElse(null), form.input(), objections, model);
    }

    private String show(String orderNumber, ReturnDraft draft, DraftInput input, List<Objection> objections, Model model) {
        Order order = pages.order(orderNumber);
        Eligibility eligibility = lookup.eligibility(order);
        Map<String, String> errors = new LinkedHashMap<>();
        Set<String> general = new LinkedHashSet<>();
        objections.forEach(objection -> {
            if (objection.field().isEmpty()) {
                general.add(words.of(objection));
            } else {
                errors.putIfAbsent(objection.field(), words.of(objection));
            }
        });
        Map<Long, ArticleDetails> details = lookup.detailsOf(
            eligibility.lines().stream().map(line -> line.line().itemId()).toList(), ShopperWords.locale());
        List<Choice> reasons = choices.reasons(ShopperWords.locale());
        model.addAttribute("rtnOrder", order);
        model.addAttribute("rtnTitle", words.title("rtn.site.request.title"));
        model.addAttribute("rtnAddress", new FormAddress(order.getOrderNumber(), draft == null ? null : draft.getToken()));
        model.addAttribute("rtnMessage", settings.formMessage(ShopperWords.locale()).orElse(null));
        model.addAttribute("rtnObjection", eligibility.objection() == null ? null : words.of(eligibility.objection()));
        model.addAttribute("rtnNothingReturnable", !eligibility.anythingReturnable());
        Map<Long, Money> paid = refunds.paid(order.getId());
        model.addAttribute("rtnLines", eligibility.lines().stream()
            .map(line -> line(line, details.get(line.line().itemId()), paid.get(line.line().itemId()), input, errors)).toList());
        model.addAttribute("rtnInput", input);
        model.addAttribute("rtnPhotos", draft == null ? List.of() : draft.getPhotos());
        model.addAttribute("rtnMaximumPhotos", settings.maximumPhotos());
        model.addAttribute("rtnReasons", reasons);
        model.addAttribute("rtnCommentReasons", Choice.labelsAskingForComment(reasons));
        model.addAttribute("rtnRefundTypes", choices.refundTypes(ShopperWords.locale()));
        model.addAttribute("rtnVouchers", vouchers.offers(ShopperWords.locale()));
        model.addAttribute("rtnAnyError", !objections.isEmpty());
        model.addAttribute("rtnGeneralErrors", general);
        model.addAttribute("rtnLinesError", errors.get("lines"));
        model.addAttribute("rtnPhotosError", errors.get("photos"));
        model.addAttribute("rtnRefundTypeError", errors.get("refundType"));
        model.addAttribute("rtnCommentError", errors.get("comment"));
        model.addAttribute("rtnTextLength", ReturnRequest.TEXT_LENGTH);
        return FORM;
    }

    private FormLine line(EligibleLine eligible, ArticleDetails details, Money paid, DraftInput input, Map<String, String> errors) {
        Long item = eligible.line().itemId();
        return new FormLine(item, eligible.line().name(), details.words(), eligible.line().quantity(), eligible.returnable(),
            eligible.lastDay() == null ? null : words.day(eligible.lastDay()), paid == null ? null : words.amount(paid),
            eligible.objection() == null ? null : words.of(eligible.objection()),
            input.quantities().getOrDefault(item, ""), input.reasons().get(item),
            errors.get("lines[" + item + "].quantity"), errors.get("lines[" + item + "].reason"));
    }
}
