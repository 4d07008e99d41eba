package org.broadleafreturns.site;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.broadleafreturns.core.mail.WireAddress;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.refund.ExpectedRefunds;
import org.broadleafreturns.core.refund.ExpectedUnits;
import org.broadleafreturns.core.refund.VoucherWords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
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
@RequestMapping({FormAddress.FORM, FormAddress.GUESTS_FORM})
class ReturnRequestController {

    private static final int UNPROCESSABLE = 422;
    private static final String FORM = "account/returns/request";

    /** Of how many units of a line the form says what each number of them brings. */
    private static final int MOST_WORTHS = 100;

    /** Where the script puts the name of a file. */
    private static final String NAME = "{name}";

    private final ReturnLookup lookup;
    private final ReturnDraftService drafts;
    private final ReturnChoices choices;
    private final ExpectedRefunds refunds;
    private final VoucherWords vouchers;
    private final ReturnsSettings settings;
    private final ShopperLimits limits;
    private final ShopperWords words;
    private final DraftPages pages;
    private final Visitors visitors;

    ReturnRequestController(ReturnLookup lookup, ReturnDraftService drafts, ReturnChoices choices, ExpectedRefunds refunds,
            VoucherWords vouchers, ReturnsSettings settings, ShopperLimits limits, ShopperWords words, DraftPages pages,
            Visitors visitors) {
        this.lookup = lookup;
        this.drafts = drafts;
        this.choices = choices;
        this.refunds = refunds;
        this.vouchers = vouchers;
        this.settings = settings;
        this.limits = limits;
        this.words = words;
        this.pages = pages;
        this.visitors = visitors;
    }

    @GetMapping
    String form(@RequestParam(value = "order", defaultValue = "") String given, Model model) {
        return show(pages.orderNumber(given, null), null, DraftInput.empty(), List.of(), model);
    }

    @GetMapping(FormAddress.DRAFT + "/edit")
    String edit(@RequestParam(value = "order", defaultValue = "") String given, @PathVariable("token") String token,
            HttpServletResponse response, Model model) {
        String orderNumber = pages.orderNumber(given, token);
        return drafts.find(pages.order(orderNumber).getOrderNumber(), visitors.ofOrder(orderNumber), token)
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
        Long customer = visitors.ofOrder(orderNumber);
        RequestForm form = RequestForm.of(request);
        Duration wait = limits.count(customer, 0);
        pages.order(orderNumber);
        if (!wait.isZero()) {
            return showAgain(orderNumber, token, form, List.of(DraftPages.tooMany(wait, response)), model);
        }
        FormAddress address;
        try {
            String kept = drafts.save(orderNumber, customer, token, form.input()).getToken();
            address = FormAddress.here(orderNumber, kept);
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
        Optional<ReturnDraft> draft = drafts.find(orderNumber, visitors.ofOrder(orderNumber), token);
        if (draft.isEmpty()) {
            return pages.sentOrGone(orderNumber, token, response, model);
        }
        List<Objection> objections =
            drafts.objections(orderNumber, visitors.ofOrder(orderNumber), draft.get().getInput(), draft.get().getPhotos());
        return objections.isEmpty() ? summarise(draft.get(), null, model)
            : show(orderNumber, draft.get(), draft.get().getInput(), objections, model);
    }

    @PostMapping(FormAddress.DRAFT + "/send")
    String send(@RequestParam(value = "order", defaultValue = "") String orderNumber, @PathVariable("token") String token,
            HttpServletResponse response, Model model, RedirectAttributes afterwards) {
        pages.order(orderNumber);
        Duration wait = limits.count(visitors.ofOrder(orderNumber), 0);
        if (!wait.isZero()) {
            String reason = words.of(DraftPages.tooMany(wait, response));
            return drafts.find(orderNumber, visitors.ofOrder(orderNumber), token).map(draft -> summarise(draft, reason, model))
                .orElseGet(() -> pages.sentOrGone(orderNumber, token, response, model));
        }
        try {
            ReturnRequest sent = drafts.send(orderNumber, visitors.ofOrder(orderNumber), token, ShopperWords.locale());
            afterwards.addFlashAttribute(MyReturnsController.JUST_REQUESTED, true);
            return "redirect:" + Area.current().address(sent.getNumber());
        } catch (ReturnNotFoundException e) {
            return pages.sentOrGone(orderNumber, token, response, model);
        } catch (ReturnRefusedException e) {
            response.setStatus(status(e));
            ReturnDraft draft = drafts.find(orderNumber, visitors.ofOrder(orderNumber), token).orElseThrow(ReturnNotFoundException::new);
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
        model.addAttribute("rtnTitle", words.formTitle("rtn.site.summary.title", error != null));
        model.addAttribute("rtnAddress", FormAddress.here(order.getOrderNumber(), draft.getToken()));
        Map<Long, ArticleDetails> details = lookup.detailsOf(picked.keySet(), ShopperWords.locale());
        Map<Long, String> pictures = lookup.picturesOf(picked.keySet());
        ExpectedUnits expected = refunds.bringsMoney(draft.getInput().refundType()) ? refunds.units(order.getId()).orElse(null) : null;
        model.addAttribute("rtnLines", lookup.eligibility(order).lines().stream().map(EligibleLine::line)
            .filter(line -> picked.containsKey(line.itemId()))
            .map(line -> summaryLine(line, details, pictures, picked.get(line.itemId()), expected))
            .toList());
        model.addAttribute("rtnRefundType", words.refundType(draft.getInput().refundType()));
        model.addAttribute("rtnVoucher", vouchers.limits(draft.getInput().refundType(), ShopperWords.locale()).orElse(null));
        model.addAttribute("rtnExpectedRefund", expected == null ? null : amount(expected.of(units(draft.getInput()))));
        model.addAttribute("rtnMailed", lookup.mailAddress(order).filter(WireAddress::isWritable).isPresent());
        model.addAttribute("rtnAfter", words.description(ReturnStatus.REQUESTED));
        model.addAttribute("rtnAfterLanguage", words.descriptionLanguage(ReturnStatus.REQUESTED));
        model.addAttribute("rtnComment", draft.getInput().comment() == null || draft.getInput().comment().isBlank()
            ? null : draft.getInput().comment());
        model.addAttribute("rtnPhotos", draft.getPhotos());
        model.addAttribute("rtnError", error);
        return "account/returns/summary";
    }

    private SummaryLine summaryLine(OrderedLine line, Map<Long, ArticleDetails> details, Map<Long, String> pictures,
            SubmitReturn.Line picked, ExpectedUnits expected) {
        return new SummaryLine(line.name(), details.get(line.itemId()).words(), pictures.get(line.itemId()), picked.quantity(),
            words.reason(picked.reasonCode()), expected == null ? null : amount(expected.of(line.itemId(), picked.quantity())));
    }

    private static Map<Long, Integer> units(DraftInput input) {
        return input.lines().stream().collect(Collectors.toMap(SubmitReturn.Line::orderItemId, SubmitReturn.Line::quantity));
    }

    /** In words; null if it is nothing. */
    private String amount(Money amount) {
        return amount == null || amount.getAmount().signum() <= 0 ? null : words.amount(amount);
    }

    /** What was entered and not kept, beside what the draft has of before. */
    private String showAgain(String orderNumber, String token, RequestForm form, List<Objection> objections, Model model) {
        ReturnDraft draft = drafts.find(orderNumber, visitors.ofOrder(orderNumber), token).orElse(null);
        return show(orderNumber, draft, form.input(), objections, model);
    }

    private String show(String orderNumber, ReturnDraft draft, DraftInput input, List<Objection> objections, Model model) {
        Order order = pages.order(orderNumber);
        Eligibility eligibility = lookup.eligibility(order);
        FormErrors errors = new FormErrors(objections, words);
        List<Long> items = eligibility.lines().stream().map(line -> line.line().itemId()).toList();
        Map<Long, ArticleDetails> details = lookup.detailsOf(items, ShopperWords.locale());
        Map<Long, String> pictures = lookup.picturesOf(items);
        ExpectedUnits expected = refunds.units(order.getId()).orElse(null);
        LocalDate deadline = commonDay(eligibility);
        List<Choice> reasons = choices.reasons(ShopperWords.locale());
        List<Choice> refundTypes = choices.refundTypes(ShopperWords.locale());
        model.addAttribute("rtnOrder", order);
        model.addAttribute("rtnTitle", words.formTitle("rtn.site.request.title", errors.any()));
        model.addAttribute("rtnAddress", FormAddress.here(order.getOrderNumber(), draft == null ? null : draft.getToken()));
        model.addAttribute("rtnMessage", settings.formMessage(ShopperWords.locale()).orElse(null));
        model.addAttribute("rtnMessageLanguage", words.merchantsLanguage());
        model.addAttribute("rtnObjection", eligibility.objection() == null ? null : words.of(eligibility.objection()));
        model.addAttribute("rtnNothingReturnable", !eligibility.anythingReturnable());
        model.addAttribute("rtnDeadline", deadline == null ? null : words.day(deadline));
        model.addAttribute("rtnLines", eligibility.lines().stream()
            .map(line -> line(line, details, pictures, expected, deadline, input, errors)).toList());
        model.addAttribute("rtnInput", input);
        model.addAttribute("rtnPhotos", draft == null ? List.of() : draft.getPhotos());
        model.addAttribute("rtnMaximumPhotos", settings.maximumPhotos());
        model.addAttribute("rtnMegabytes", settings.maximumFileSize() / DraftPages.MEGABYTE);
        model.addAttribute("rtnBytes", settings.maximumFileSize());
        model.addAttribute("rtnPhotoWords", photoWords());
        model.addAttribute("rtnReasons", reasons);
        model.addAttribute("rtnCommentReasons", Choice.labelsAskingForComment(reasons));
        model.addAttribute("rtnRefundTypes", refundTypes.stream().map(type -> new RefundChoice(type.code(), type.label(),
            vouchers.limits(type.code(), ShopperWords.locale()).orElse(null), refunds.bringsMoney(type.code()))).toList());
        model.addAttribute("rtnCurrency", expected == null ? null : expected.currency());
        model.addAttribute("rtnExpectedRefund", expected == null ? null : expected(expected, input));
        model.addAttribute("rtnErrors", errors.listed(eligibility, refundTypes));
        model.addAttribute("rtnAnyError", errors.any());
        model.addAttribute("rtnPhotosError", errors.of("photos"));
        model.addAttribute("rtnRefundTypeError", errors.of("refundType"));
        model.addAttribute("rtnCommentError", errors.of("comment"));
        model.addAttribute("rtnTextLength", ReturnRequest.TEXT_LENGTH);
        return FORM;
    }

    /** The last day of all that can be returned, if it is the same; null if each line has to say its own. */
    private static LocalDate commonDay(Eligibility eligibility) {
        Set<LocalDate> days = eligibility.lines().stream().filter(line -> line.returnable() > 0).map(EligibleLine::lastDay)
            .collect(Collectors.toSet());
        return days.size() == 1 ? days.iterator().next() : null;
    }

    /** What comes back of what was entered so far, in words; null where that cannot be said. */
    private String expected(ExpectedUnits expected, DraftInput input) {
        if (input.refundType() == null || input.refundType().isBlank() || !refunds.bringsMoney(input.refundType())
                || !input.objections().isEmpty()) {
            return null;
        }
        Map<Long, Integer> units = units(input);
        return units.values().stream().allMatch(count -> count > 0) ? amount(expected.of(units)) : null;
    }

    /** What the form's script says of photos while it adds them; each has the file's name in place of {@link #NAME}. */
    private Map<String, String> photoWords() {
        double megabytes = settings.maximumFileSize() / DraftPages.MEGABYTE;
        String failed = Area.current() == Area.GUESTS ? "rtn.site.guest.photos.failed" : "rtn.site.photos.failed";
        return Map.of("adding", words.title("rtn.site.photos.adding", NAME), "stop", words.title("rtn.site.photos.stop", NAME),
            "added", words.title("rtn.site.photos.added", NAME), "removed", words.title("rtn.site.photos.removed", NAME),
            "failed", words.title(failed, NAME), "waiting", words.title("rtn.site.photos.waiting"),
            "wrongType", words.of(Objection.to("photos", "rtn.objection.photo.wrongType", NAME)),
            "tooLarge", words.of(Objection.to("photos", "rtn.objection.photo.tooLarge", NAME, megabytes)),
            "tooMany", words.of(Objection.to("photos", "rtn.objection.photos.tooMany", NAME, settings.maximumPhotos())));
    }

    private FormLine line(EligibleLine eligible, Map<Long, ArticleDetails> details, Map<Long, String> pictures, ExpectedUnits expected,
            LocalDate deadline, DraftInput input, FormErrors errors) {
        Long item = eligible.line().itemId();
        return new FormLine(item, eligible.line().name(), details.get(item).words(), pictures.get(item), eligible.line().quantity(),
            eligible.returnable(), deadline != null || eligible.lastDay() == null ? null : words.day(eligible.lastDay()),
            expected == null ? null : amount(expected.paid(item)), expected == null ? null : worth(expected, eligible),
            eligible.objection() == null ? null : words.of(eligible.objection()),
            input.quantities().getOrDefault(item, ""), input.reasons().get(item),
            errors.of("lines[" + item + "].quantity"), errors.of("lines[" + item + "].reason"));
    }

    private static String worth(ExpectedUnits expected, EligibleLine line) {
        return line.returnable() < 1 || line.returnable() > MOST_WORTHS ? null : IntStream.rangeClosed(1, line.returnable())
            .mapToObj(units -> expected.of(line.line().itemId(), units).getAmount().toPlainString()).collect(Collectors.joining(" "));
    }
}
