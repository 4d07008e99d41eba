package org.broadleafreturns.site;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.document.DocumentDownload;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.draft.DraftInput;
import org.broadleafreturns.core.draft.ReturnDraft;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.policy.Objection;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnRefusedException;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages on which a shopper asks to return something of an order: the form, its summary, and the way back. What was entered
 * is kept in a draft, whose token is in the address; nothing needs a script. While the merchant has switched returns off, none
 * of these pages exists.
 */
@Controller
@RequestMapping("/account/orders/{orderNumber}/return")
class ReturnRequestController {

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final double MEGABYTE = 1024 * 1024;
    private static final String FORM = "account/returns/request";

    private final ReturnLookup lookup;
    private final ReturnDraftService drafts;
    private final DocumentDownload download;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;
    private final ShopperLimits limits;
    private final ShopperWords words;

    ReturnRequestController(ReturnLookup lookup, ReturnDraftService drafts, DocumentDownload download, ReturnChoices choices,
            ReturnsSettings settings, ShopperLimits limits, ShopperWords words) {
        this.lookup = lookup;
        this.drafts = drafts;
        this.download = download;
        this.choices = choices;
        this.settings = settings;
        this.limits = limits;
        this.words = words;
    }

    @GetMapping
    String form(@PathVariable("orderNumber") String orderNumber, HttpServletRequest request, Model model) {
        return show(orderNumber, null, DraftInput.empty(), tooLarge(request), model);
    }

    @GetMapping("/{token}/edit")
    String edit(@PathVariable("orderNumber") String orderNumber, @PathVariable("token") String token,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return drafts.find(order(orderNumber).getOrderNumber(), Shopper.id(), token)
            .map(draft -> show(orderNumber, draft, draft.getInput(), tooLarge(request), model))
            .orElseGet(() -> sentOrGone(orderNumber, token, response, model));
    }

    private List<Objection> tooLarge(HttpServletRequest request) {
        return TooLargePhotosResolver.sentBack(request)
            ? List.of(Objection.to("photos", "rtn.objection.photos.tooLarge", settings.maximumFileSize() / MEGABYTE)) : List.of();
    }

    @PostMapping
    String begin(@PathVariable("orderNumber") String orderNumber, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        return save(orderNumber, null, request, response, model);
    }

    @PostMapping("/{token}")
    String change(@PathVariable("orderNumber") String orderNumber, @PathVariable("token") String token,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return save(orderNumber, token, request, response, model);
    }

    private String save(String orderNumber, String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        order(orderNumber);
        Long customer = Shopper.id();
        RequestForm form = RequestForm.of(request);
        Duration wait = limits.count(customer, form.photos().size());
        if (!wait.isZero()) {
            return showAgain(orderNumber, token, form, List.of(tooMany(wait, response)), model);
        }
        String kept;
        try {
            kept = drafts.save(orderNumber, customer, token, form.input()).getToken();
            form.removed().ifPresent(photo -> drafts.removePhoto(orderNumber, customer, kept, photo));
        } catch (ReturnRefusedException e) {
            response.setStatus(UNPROCESSABLE);
            return showAgain(orderNumber, token, form, e.objections(), model);
        }
        List<Objection> objections = new ArrayList<>(drafts.addPhotos(orderNumber, customer, kept, form.photos()));
        ReturnDraft draft = drafts.find(orderNumber, customer, kept).orElseThrow(ReturnNotFoundException::new);
        if (!form.staying()) {
            objections.addAll(form.objections().isEmpty()
                ? drafts.objections(orderNumber, customer, form.input(), draft.getPhotos()) : form.objections());
        }
        if (objections.isEmpty()) {
            return redirect(address(orderNumber, kept) + (form.staying() ? "/edit#rtn-photos" : ""), model);
        }
        response.setStatus(UNPROCESSABLE);
        return show(orderNumber, draft, form.input(), objections, model);
    }

    @GetMapping("/{token}")
    String summary(@PathVariable("orderNumber") String orderNumber, @PathVariable("token") String token,
            HttpServletResponse response, Model model) {
        order(orderNumber);
        Optional<ReturnDraft> draft = drafts.find(orderNumber, Shopper.id(), token);
        if (draft.isEmpty()) {
            return sentOrGone(orderNumber, token, response, model);
        }
        List<Objection> objections =
            drafts.objections(orderNumber, Shopper.id(), draft.get().getInput(), draft.get().getPhotos());
        return objections.isEmpty() ? summarise(draft.get(), null, model)
            : show(orderNumber, draft.get(), draft.get().getInput(), objections, model);
    }

    @PostMapping("/{token}/send")
    String send(@PathVariable("orderNumber") String orderNumber, @PathVariable("token") String token,
            HttpServletResponse response, Model model, RedirectAttributes afterwards) {
        order(orderNumber);
        Duration wait = limits.count(Shopper.id(), 0);
        if (!wait.isZero()) {
            String reason = words.of(tooMany(wait, response));
            return drafts.find(orderNumber, Shopper.id(), token).map(draft -> summarise(draft, reason, model))
                .orElseGet(() -> sentOrGone(orderNumber, token, response, model));
        }
        try {
            ReturnRequest sent = drafts.send(orderNumber, Shopper.id(), token, ShopperWords.locale());
            afterwards.addFlashAttribute("rtnJustRequested", true);
            return "redirect:/account/returns/" + sent.getNumber();
        } catch (ReturnNotFoundException e) {
            return sentOrGone(orderNumber, token, response, model);
        } catch (ReturnRefusedException e) {
            response.setStatus(UNPROCESSABLE);
            ReturnDraft draft = drafts.find(orderNumber, Shopper.id(), token).orElseThrow(ReturnNotFoundException::new);
            return show(orderNumber, draft, draft.getInput(), e.objections(), model);
        }
    }

    @GetMapping("/{token}/photos/{photo:[0-9]+}")
    void photo(@PathVariable("orderNumber") String orderNumber, @PathVariable("token") String token,
            @PathVariable("photo") String photo, HttpServletResponse response) throws IOException {
        order(orderNumber);
        ReturnDocument found = drafts.find(orderNumber, Shopper.id(), token).stream()
            .flatMap(draft -> draft.getPhotos().stream())
            .filter(document -> document.getId().toString().equals(photo))
            .findFirst().orElseThrow(ReturnNotFoundException::new);
        download.send(found, response);
    }

    /** Where the back button leads after sending, and what is left of a draft that was thrown away. */
    private String sentOrGone(String orderNumber, String token, HttpServletResponse response, Model model) {
        Optional<ReturnRequest> sent = lookup.sentWith(Shopper.id(), token)
            .filter(request -> request.getOrderNumber().equals(orderNumber));
        if (sent.isPresent()) {
            return redirect("/account/returns/" + sent.get().getNumber(), model);
        }
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("rtnOrder", order(orderNumber));
        model.addAttribute("rtnTitle", words.title("rtn.site.gone.title"));
        model.addAttribute("rtnHours", settings.previewLifetime().toHours());
        return "account/returns/gone";
    }

    /** Spring 5 writes what the shop's own pages put into every model into the address of a redirect. */
    private static String redirect(String address, Model model) {
        model.asMap().clear();
        return "redirect:" + address;
    }

    private Objection tooMany(Duration wait, HttpServletResponse response) {
        response.setStatus(TOO_MANY);
        response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
        return Objection.general("rtn.site.tooMany", wait.toMinutes() + 1);
    }

    private Order order(String orderNumber) {
        if (!settings.enabled()) {
            throw new ReturnNotFoundException();
        }
        return lookup.orderOfCustomer(Shopper.id(), orderNumber).orElseThrow(ReturnNotFoundException::new);
    }

    private static String address(String orderNumber, String token) {
        String form = Theme.formAddress(orderNumber);
        return token == null ? form : form + "/" + token;
    }

    private String summarise(ReturnDraft draft, String error, Model model) {
        Order order = order(draft.getOrder().getOrderNumber());
        Map<Long, SubmitReturn.Line> picked = new LinkedHashMap<>();
        draft.getInput().lines().forEach(line -> picked.put(line.orderItemId(), line));
        model.addAttribute("rtnOrder", order);
        model.addAttribute("rtnTitle", words.title("rtn.site.summary.title"));
        model.addAttribute("rtnAddress", address(order.getOrderNumber(), draft.getToken()));
        model.addAttribute("rtnLines", lookup.eligibility(order).lines().stream().map(EligibleLine::line)
            .filter(line -> picked.containsKey(line.itemId()))
            .map(line -> new SummaryLine(line.name(), picked.get(line.itemId()).quantity(),
                words.reason(picked.get(line.itemId()).reasonCode())))
            .toList());
        model.addAttribute("rtnRefundType", words.refundType(draft.getInput().refundType()));
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
        Order order = order(orderNumber);
        Eligibility eligibility = lookup.eligibility(order);
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> general = new ArrayList<>();
        List<String> photoErrors = new ArrayList<>();
        for (Objection objection : objections) {
            switch (objection.field()) {
                case "" -> general.add(words.of(objection));
                case "photos" -> photoErrors.add(words.of(objection));
                default -> errors.putIfAbsent(objection.field(), words.of(objection));
            }
        }
        List<Choice> reasons = choices.reasons(ShopperWords.locale());
        model.addAttribute("rtnOrder", order);
        model.addAttribute("rtnTitle", words.title("rtn.site.request.title"));
        model.addAttribute("rtnAddress", address(order.getOrderNumber(), draft == null ? null : draft.getToken()));
        model.addAttribute("rtnMessage", settings.formMessage(ShopperWords.locale()).orElse(null));
        model.addAttribute("rtnObjection", eligibility.objection() == null ? null : words.of(eligibility.objection()));
        model.addAttribute("rtnNothingReturnable", !eligibility.anythingReturnable());
        model.addAttribute("rtnLines", eligibility.lines().stream().map(line -> line(line, input, errors)).toList());
        model.addAttribute("rtnInput", input);
        model.addAttribute("rtnPhotos", draft == null ? List.of() : draft.getPhotos());
        model.addAttribute("rtnMaximumPhotos", settings.maximumPhotos());
        model.addAttribute("rtnMegabytes", settings.maximumFileSize() / MEGABYTE);
        model.addAttribute("rtnReasons", reasons);
        model.addAttribute("rtnCommentReasons", Choice.labelsAskingForComment(reasons));
        model.addAttribute("rtnRefundTypes", choices.refundTypes(ShopperWords.locale()));
        model.addAttribute("rtnAnyError", !objections.isEmpty());
        model.addAttribute("rtnGeneralErrors", general);
        model.addAttribute("rtnPhotoErrors", photoErrors);
        model.addAttribute("rtnLinesError", errors.get("lines"));
        model.addAttribute("rtnRefundTypeError", errors.get("refundType"));
        model.addAttribute("rtnCommentError", errors.get("comment"));
        model.addAttribute("rtnTextLength", ReturnRequest.TEXT_LENGTH);
        return FORM;
    }

    private FormLine line(EligibleLine eligible, DraftInput input, Map<String, String> errors) {
        Long item = eligible.line().itemId();
        return new FormLine(item, eligible.line().name(), eligible.line().quantity(), eligible.returnable(),
            eligible.lastDay() == null ? null : words.day(eligible.lastDay()),
            eligible.objection() == null ? null : words.of(eligible.objection()),
            input.quantities().getOrDefault(item, ""), input.reasons().get(item),
            errors.get("lines[" + item + "].quantity"), errors.get("lines[" + item + "].reason"));
    }
}
