package org.broadleafreturns.site.guest;

import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.guest.AskedEntry;
import org.broadleafreturns.core.guest.TakeOver;
import org.broadleafreturns.core.guest.TakeOver.Answer;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.site.Shopper;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where whoever is logged in adds orders that they have placed without an account: the number is asked for, a code is mailed, and with it
 * the order is theirs. What is answered is the same for every order, whether there is one or not.
 */
@Controller
@RequestMapping("/account/returns/order")
class TakeOverController {

    private static final String VIEWS = "account/returns/takeover/";
    private static final String TO_ENTRANCE = "redirect:/account/returns/order/add";
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    private final TakeOver takeOver;
    private final ReturnLookup lookup;
    private final MessageSource messages;

    TakeOverController(TakeOver takeOver, ReturnLookup lookup, MessageSource messages) {
        this.takeOver = takeOver;
        this.lookup = lookup;
        this.messages = messages;
    }

    @ModelAttribute
    void write(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    private void requireOpen() {
        if (!takeOver.isOpen()) {
            throw new ReturnNotFoundException();
        }
    }

    @GetMapping("/add")
    String entrance(Model model) {
        requireOpen();
        return entrance("", null, model);
    }

    private String entrance(String order, String fault, Model model) {
        model.addAttribute("rtnTitle", say("rtn.site.takeOver.title"));
        model.addAttribute("rtnOrderTyped", order);
        model.addAttribute("rtnFault", fault);
        model.addAttribute("rtnEmail", Shopper.email());
        model.addAttribute("rtnTaken", takeOver.latestOf(customer()));
        return VIEWS + "entrance";
    }

    /** The address is the account's, whatever a form says. */
    @PostMapping("/add")
    String ask(@RequestParam(value = "order", required = false) String order, HttpServletResponse response, Model model,
            RedirectAttributes afterwards) {
        requireOpen();
        AskedEntry asked = new AskedEntry(order, Shopper.email(), locale());
        if (asked.order().isEmpty() || asked.email().isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return entrance(asked.order(), "rtn.objection.guest.order", model);
        }
        if (!takeOver.ask(customer(), asked)) {
            response.setStatus(TOO_MANY);
            return entrance(asked.order(), "rtn.objection.takeOver.tooMany", model);
        }
        return "redirect:/account/returns/order/code";
    }

    @GetMapping("/code")
    String code(Model model, RedirectAttributes otherwise) {
        requireOpen();
        return takeOver.asked(customer()).map(asked -> code(asked, null, model)).orElse(TO_ENTRANCE);
    }

    private String code(AskedEntry asked, String fault, Model model) {
        model.addAttribute("rtnTitle", say("rtn.site.guest.code.title"));
        model.addAttribute("rtnAsked", asked);
        model.addAttribute("rtnFault", fault);
        return VIEWS + "code";
    }

    @PostMapping("/code")
    String enter(@RequestParam(value = "code", required = false) String code, HttpServletResponse response, Model model,
            RedirectAttributes afterwards) {
        requireOpen();
        Long customer = customer();
        Answer answer = takeOver.enter(customer, code);
        if (answer.order().isPresent()) {
            afterwards.addFlashAttribute("rtnJustTaken", true);
            afterwards.addAttribute("order", answer.order().get());
            return "redirect:/account/returns/order";
        }
        Optional<AskedEntry> asked = takeOver.asked(customer);
        if (asked.isEmpty()) {
            return TO_ENTRANCE;
        }
        response.setStatus(UNPROCESSABLE);
        return code(asked.get(), answer.triesLeft() > 0 ? say("rtn.objection.guest.code", answer.triesLeft())
            : say("rtn.objection.guest.noTries"), model);
    }

    /**
     * The page of an order that was added, which the shop's own pages do not know as the shopper's. What was added stays, also where
     * nothing more can be.
     */
    @GetMapping
    String order(@RequestParam(value = "order", required = false) String number, Model model) {
        Order order = Optional.ofNullable(number).filter(some -> takeOver.has(customer(), some))
            .flatMap(some -> lookup.orderOfCustomer(customer(), some)).orElseThrow(ReturnNotFoundException::new);
        model.addAttribute("rtnTitle", say("rtn.site.guest.order.title", order.getOrderNumber()));
        model.addAttribute("rtnOrder", order);
        return VIEWS + "order";
    }

    private static Long customer() {
        return Shopper.find().orElseThrow(ReturnNotFoundException::new);
    }

    private String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
