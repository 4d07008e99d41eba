package org.broadleafreturns.site.withdrawal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.mail.WireAddress;
import org.broadleafreturns.core.withdrawal.OrdersToPick;
import org.broadleafreturns.core.withdrawal.PickedOrder;
import org.broadleafreturns.core.withdrawal.StateWithdrawal;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;
import org.broadleafreturns.core.withdrawal.WithdrawalPages;
import org.broadleafreturns.core.withdrawal.WithdrawalPages.Carried;
import org.broadleafreturns.core.withdrawal.WithdrawalReceipt;
import org.broadleafreturns.core.withdrawal.WithdrawalTerms;
import org.broadleafreturns.core.withdrawal.Withdrawals;
import org.broadleafreturns.site.Shopper;
import org.broadleafreturns.site.withdrawal.PickForm.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Withdrawing from a contract in two steps (directive 2011/83/EU, article 11a): a statement is made, read once more, confirmed by one
 * control, and received. Nothing needs a session or a script, and nothing is written before it is confirmed. Anybody can state
 * anything; none of the pages tells of orders, but to whoever is logged in of their own.
 */
@Controller
class WithdrawalController {

    static final String PAGE = "/withdrawal";

    private static final String VIEWS = "account/returns/withdrawal/";
    private static final String FORM = VIEWS + "form";
    private static final String FORM_STEP = "rtn.site.withdrawal.step.form";
    private static final String REVIEW_STEP = "rtn.site.withdrawal.step.review";
    private static final String RECEIPT_STEP = "rtn.site.withdrawal.step.receipt";
    private static final List<String> STEPS = List.of(FORM_STEP, REVIEW_STEP, RECEIPT_STEP);
    private static final int UNPROCESSABLE = 422;
    /** A field that people do not see. */
    private static final String TRAP = "website";

    private final Withdrawals withdrawals;
    private final WithdrawalPages pages;
    private final OrdersToPick orders;
    private final WithdrawalTerms terms;
    private final ShownStatement.Words words;
    private final boolean countsNetworks;

    /** @param countsNetworks whether the server knows from which network address a request comes, behind whatever proxies */
    WithdrawalController(Withdrawals withdrawals, WithdrawalPages pages, OrdersToPick orders, WithdrawalTerms terms,
            ShownStatement.Words words, boolean countsNetworks) {
        this.withdrawals = withdrawals;
        this.pages = pages;
        this.orders = orders;
        this.terms = terms;
        this.words = words;
        this.countsNetworks = countsNetworks;
    }

    /** The pages carry what people typed, and are there whatever else the shop has switched off. */
    @ModelAttribute
    void open(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        if (!terms.enabled()) {
            throw new ReturnNotFoundException();
        }
    }

    /**
     * @param order what a link beside an order names; one of the shopper's own can be picked from
     * @param typed whether the shopper would rather type
     */
    @GetMapping(PAGE)
    String form(@RequestParam(value = "order", required = false) String order,
            @RequestParam(value = "typed", required = false) String typed, Model model) {
        Optional<Long> shopper = Shopper.find();
        List<PickedOrder> own = shopper.map(orders::of).orElse(List.of());
        if (typed == null && !own.isEmpty()) {
            Optional<PickedOrder> picked = orders.find(shopper.get(), order == null ? own.get(0).number() : order, locale());
            if (picked.isPresent()) {
                return pick(PickForm.of(picked.get(), who("", "")), own, model);
            }
        }
        return typed(TypedForm.of(WithdrawalContent.typed(Shopper.name(), order, Shopper.email(), "", locale()), Map.of()),
            !own.isEmpty(), model);
    }

    /** Shops let nobody but their customers below the account, so that whoever is sent here logs in. */
    @GetMapping("/account/withdrawal")
    String afterLogin() {
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE)
    String review(@RequestParam Map<String, String> inputs, HttpServletResponse response, Model model) {
        Map<String, String> sent = withValues(inputs);
        Optional<Long> shopper = Shopper.find();
        String picked = sent.get("picked");
        Optional<PickedOrder> order = picked == null ? Optional.empty() : shopper.flatMap(own -> orders.find(own, picked, locale()));
        return order.isPresent() ? reviewPicked(order.get(), shopper.get(), sent, response, model) : reviewTyped(sent, response, model);
    }

    private String reviewPicked(PickedOrder order, Long shopper, Map<String, String> sent, HttpServletResponse response, Model model) {
        PickForm form = PickForm.sent(order, sent, who(sent.get("name"), sent.get("email")), words);
        if (form.isFaulty()) {
            response.setStatus(UNPROCESSABLE);
            return pick(form, orders.of(shopper), model);
        }
        return statement(new WithdrawalContent(form.who().name(), order.number(), form.who().email(), form.articles(), form.picked(),
            locale(), shopper), sent.containsKey(TRAP), false, model);
    }

    /** What somebody's account does not have is what they have typed. */
    private static Who who(String name, String email) {
        return Who.of(WithdrawalContent.typed(Shopper.name(), "", Shopper.email(), "", locale()),
            WithdrawalContent.typed(name, "", email, "", locale()));
    }

    /** Of an order that was picked in a session that has ended, what was picked is taken for typed. */
    private String reviewTyped(Map<String, String> sent, HttpServletResponse response, Model model) {
        boolean ended = sent.containsKey("picked");
        PickedInWords picked = ended ? PickedInWords.of(sent) : new PickedInWords(sent.get("articles"), null);
        WithdrawalContent content = WithdrawalContent.typed(sent.get("name"), sent.get(ended ? "picked" : "order"), sent.get("email"),
            picked.articles(), locale());
        return review(content, picked.fault(), sent.containsKey(TRAP), response, model);
    }

    /**
     * Whoever leaves something out is asked for it; it is no statement yet.
     *
     * @param articlesFault the code of what is to be said of the articles, or null
     */
    private String review(WithdrawalContent content, String articlesFault, boolean trapped, HttpServletResponse response, Model model) {
        Map<String, String> faults = faults(content, articlesFault);
        if (!faults.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return typed(TypedForm.of(content, faults), false, model);
        }
        return statement(content, trapped, false, model);
    }

    private Map<String, String> faults(WithdrawalContent content, String articlesFault) {
        Map<String, String> faults = TypedForm.missing(content, words);
        if (articlesFault != null) {
            faults.put("articles", words.message(articlesFault));
        }
        return faults;
    }

    @PostMapping(PAGE + "/change")
    String change(@RequestParam(value = "statement", required = false) String carried, Model model) {
        WithdrawalContent content = pages.read(carried).map(Carried::content)
            .orElseGet(() -> WithdrawalContent.typed("", "", "", "", locale()));
        Optional<PickedOrder> picked = Shopper.find().filter(shopper -> shopper.equals(content.customer()))
            .flatMap(shopper -> orders.find(shopper, content.order(), locale()));
        if (picked.isPresent()) {
            return pick(PickForm.of(picked.get(), content, who(content.name(), content.email())), orders.of(content.customer()), model);
        }
        PickedInWords inWords = PickedInWords.of(content);
        Map<String, String> faults = inWords.fault() == null ? Map.of() : Map.of("articles", words.message(inWords.fault()));
        return typed(TypedForm.of(WithdrawalContent.typed(content.name(), content.order(), content.email(), inWords.articles(), locale()),
            faults), false, model);
    }

    /** The one control. Whatever became of the session meanwhile, the statement is received, or shown once more to confirm it. */
    @PostMapping(PAGE + "/confirm")
    String confirm(@RequestParam(value = "statement", required = false) String carried,
            @RequestParam(value = TRAP, required = false) String trap, HttpServletRequest request, Model model) {
        boolean trapped = trap != null && !trap.isEmpty();
        Optional<Carried> read = pages.read(carried);
        if (read.isEmpty() || !TypedForm.missing(read.get().content()).isEmpty()) {
            return typed(TypedForm.of(read.map(Carried::content).orElseGet(() -> WithdrawalContent.typed("", "", "", "", locale())),
                Map.of()), false, model);
        }
        Carried statement = read.get();
        Optional<WithdrawalReceipt> before = statement.pageKey() == null ? Optional.empty() : withdrawals.receivedFrom(statement.pageKey());
        if (before.isPresent()) {
            return receipt(before.get(), model);
        }
        if (statement.state() != WithdrawalPages.State.VALID) {
            return statement(statement.content(), trapped, true, model);
        }
        return receipt(withdrawals.state(new StateWithdrawal(statement.content(), statement.pageKey(), trapped || statement.fast(),
            countsNetworks ? request.getRemoteAddr() : null)), model);
    }

    /** Where somebody reloads or follows the address of a form that was sent. */
    @GetMapping({PAGE + "/change", PAGE + "/confirm"})
    String back() {
        return "redirect:" + PAGE;
    }

    private String typed(TypedForm form, boolean hasOrders, Model model) {
        addFrame(FORM_STEP, terms.label(locale()), model);
        model.addAttribute("rtnForm", form);
        model.addAttribute("rtnHasOrders", hasOrders);
        model.addAttribute("rtnLoggedIn", Shopper.find().isPresent());
        model.addAttribute("rtnModelForm", terms.model(locale()));
        return FORM;
    }

    private String pick(PickForm form, List<PickedOrder> own, Model model) {
        addFrame(FORM_STEP, terms.label(locale()), model);
        model.addAttribute("rtnForm", form);
        Map<String, String> days = new HashMap<>();
        own.forEach(order -> days.put(order.number(), words.day(order.placedAt())));
        model.addAttribute("rtnOrders", own);
        model.addAttribute("rtnDays", days);
        model.addAttribute("rtnModelForm", terms.model(locale()));
        return VIEWS + "pick";
    }

    private String statement(WithdrawalContent content, boolean trapped, boolean again, Model model) {
        addFrame(REVIEW_STEP, words.message("rtn.site.withdrawal.review.title"), model);
        WithdrawalContent read = content.language().equals(locale()) ? content
            : new WithdrawalContent(content.name(), content.order(), content.email(), content.articles(), content.lines(), locale(),
                content.customer());
        model.addAttribute("rtnStatement", words.of(read));
        model.addAttribute("rtnCarried", pages.carry(read));
        model.addAttribute("rtnTrapped", trapped);
        model.addAttribute("rtnAgain", again);
        model.addAttribute("rtnUnwritable", !WireAddress.isWritable(read.email()));
        model.addAttribute("rtnConfirm", terms.confirm(locale()));
        return VIEWS + "review";
    }

    private String receipt(WithdrawalReceipt receipt, Model model) {
        addFrame(RECEIPT_STEP, words.message("rtn.site.withdrawal.receipt.title"), model);
        model.addAttribute("rtnNumber", receipt.number());
        model.addAttribute("rtnMoment", words.moment(receipt.stated()));
        model.addAttribute("rtnZone", words.zone(receipt.stated()));
        model.addAttribute("rtnStatement", words.of(receipt.content(), receipt.sentence()));
        model.addAttribute("rtnUnwritable", !WireAddress.isWritable(receipt.content().email()));
        model.addAttribute("rtnSendBy", words.day(receipt.sendBy()));
        model.addAttribute("rtnRefundBy", words.day(receipt.refundBy()));
        return VIEWS + "receipt";
    }

    private static void addFrame(String step, String title, Model model) {
        model.addAttribute("rtnSteps", STEPS);
        model.addAttribute("rtnStep", step);
        model.addAttribute("rtnTitle", title);
    }

    /** The platform hands on an input without a value as one without, or as null. */
    private static Map<String, String> withValues(Map<String, String> inputs) {
        Map<String, String> sent = new LinkedHashMap<>(inputs);
        sent.values().removeIf(value -> value == null || value.isEmpty());
        return sent;
    }

    private static Locale locale() {
        return ShownStatement.Words.locale();
    }
}
