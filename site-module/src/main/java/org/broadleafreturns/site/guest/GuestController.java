package org.broadleafreturns.site.guest;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.guest.AskedEntry;
import org.broadleafreturns.core.guest.GuestEntrance;
import org.broadleafreturns.core.guest.GuestEntrance.Answer;
import org.broadleafreturns.core.guest.GuestLinks;
import org.broadleafreturns.core.guest.GuestPass;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.site.OpenOrder;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lets guests in: an order's number and address are asked for, a code is mailed, and with it the order is open in that browser for an
 * hour. What is answered is the same for every order, whether there is one or not. A link of a mail opens its return alone.
 */
@Controller
@RequestMapping("/returns")
class GuestController {

    private static final String VIEWS = "account/returns/guest/";
    private static final String CODE = VIEWS + "code";
    private static final String TO_ENTRANCE = "redirect:/returns";
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    private final GuestEntrance entrance;
    private final GuestLinks links;
    private final GuestCookies cookies;
    private final GuestLimit limit;
    private final ReturnLookup lookup;
    private final MessageSource messages;

    GuestController(GuestEntrance entrance, GuestLinks links, GuestCookies cookies, GuestLimit limit, ReturnLookup lookup,
            MessageSource messages) {
        this.entrance = entrance;
        this.links = links;
        this.cookies = cookies;
        this.limit = limit;
        this.lookup = lookup;
        this.messages = messages;
    }

    @ModelAttribute
    void requireOpen() {
        if (!entrance.isOpen()) {
            throw new ReturnNotFoundException();
        }
    }

    /**
     * @param again whether somebody was led here since nothing is open to them, or not any more: {@code lost} if they have sent a form
     * @param ended whether they have followed a link that does not hold any more
     * @param order the number of the order that they want to open, where a page knows it
     */
    @GetMapping
    String entrance(@RequestParam(value = "again", required = false) String again,
            @RequestParam(value = "ended", required = false) String ended,
            @RequestParam(value = "order", required = false) String order, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        if (cookies.browser(request) == null) {
            cookies.await(entrance.knowBrowser(), request, response);
        }
        model.addAttribute("rtnNotice", ended != null ? "rtn.site.guest.ended"
            : "lost".equals(again) ? "rtn.site.guest.lost" : again != null ? "rtn.site.guest.again"
            : order != null && cookies.of(request).stream().anyMatch(open -> !open.isWhole()) ? "rtn.site.guest.part" : null);
        return entrance(EntranceForm.empty(new AskedEntry(order, null, locale())), request, model);
    }

    private String entrance(EntranceForm form, HttpServletRequest request, Model model) {
        model.addAttribute("rtnTitle", say("rtn.site.guest.title"));
        model.addAttribute("rtnForm", form);
        model.addAttribute("rtnOpen", wholeOrders(request).map(Order::getOrderNumber).toList());
        return VIEWS + "entrance";
    }

    @PostMapping
    String ask(@RequestParam(value = "order", required = false) String order, @RequestParam(value = "email", required = false) String email,
            HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes afterwards) {
        AskedEntry asked = new AskedEntry(order, email, locale());
        EntranceForm form = EntranceForm.of(asked);
        if (!form.faults().isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return entrance(form, request, model);
        }
        Duration wait = limit.count();
        if (!wait.isZero()) {
            response.setStatus(TOO_MANY);
            response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
            model.addAttribute("rtnNotice", "rtn.site.guest.tooMany");
            return entrance(form, request, model);
        }
        cookies.await(entrance.ask(asked, cookies.browser(request)), request, response);
        return "redirect:/returns/code";
    }

    @GetMapping("/code")
    String code(HttpServletRequest request, Model model, RedirectAttributes otherwise) {
        return entrance.asked(cookies.browser(request)).map(asked -> code(asked, null, model)).orElse(TO_ENTRANCE);
    }

    private String code(AskedEntry asked, String fault, Model model) {
        model.addAttribute("rtnTitle", say("rtn.site.guest.code.title"));
        model.addAttribute("rtnAsked", asked);
        model.addAttribute("rtnFault", fault);
        return CODE;
    }

    @PostMapping("/code")
    String enter(@RequestParam(value = "code", required = false) String code, HttpServletRequest request, HttpServletResponse response,
            Model model, RedirectAttributes afterwards) {
        String browser = cookies.browser(request);
        if (browser == null) {
            return TO_ENTRANCE;
        }
        Answer answer = entrance.enter(browser, code);
        if (answer.pass().isPresent()) {
            cookies.open(answer.pass().get(), request, response);
            lookup.orderOfCustomer(answer.pass().get().customerId(), answer.pass().get().orderId())
                .ifPresent(order -> afterwards.addAttribute("order", order.getOrderNumber()));
            return "redirect:/returns/order";
        }
        Optional<AskedEntry> asked = entrance.asked(browser);
        if (asked.isEmpty()) {
            return TO_ENTRANCE;
        }
        response.setStatus(UNPROCESSABLE);
        return code(asked.get(), answer.triesLeft() > 0 ? say("rtn.objection.guest.code", answer.triesLeft())
            : say("rtn.objection.guest.noTries"), model);
    }

    /** @param number of one of the orders that are open; without it the one opened last */
    @GetMapping("/order")
    String order(@RequestParam(value = "order", required = false) String number, HttpServletRequest request, Model model,
            RedirectAttributes otherwise) {
        Optional<Order> order = wholeOrder(number, request);
        if (order.isEmpty()) {
            if (number != null) {
                otherwise.addAttribute("order", number);
            }
            if (number != null || cookies.of(request).isEmpty()) {
                otherwise.addAttribute("again", true);
            }
            return TO_ENTRANCE;
        }
        model.addAttribute("rtnTitle", say("rtn.site.guest.order.title", order.get().getOrderNumber()));
        model.addAttribute("rtnOrder", order.get());
        return VIEWS + "order";
    }

    private Optional<Order> wholeOrder(String number, HttpServletRequest request) {
        return wholeOrders(request).filter(order -> number == null || number.equals(order.getOrderNumber())).findFirst();
    }

    private Stream<Order> wholeOrders(HttpServletRequest request) {
        return cookies.of(request).stream().filter(OpenOrder::isWhole)
            .flatMap(open -> lookup.orderOfCustomer(open.customerId(), open.orderId()).stream());
    }

    /** @param number of the order that is closed; without it all are */
    @PostMapping("/leave")
    String leave(@RequestParam(value = "order", required = false) String number, HttpServletRequest request, HttpServletResponse response,
            RedirectAttributes afterwards) {
        if (number == null) {
            cookies.close(request, response);
        } else {
            wholeOrder(number, request).ifPresent(order -> cookies.close(order.getId(), request, response));
        }
        return TO_ENTRANCE;
    }

    /** The address is of use to whoever has it: it is exchanged at once, and no page is told of it. */
    @GetMapping("/mail/{number}/{end}")
    String follow(@PathVariable("number") String number, @PathVariable("end") String end, HttpServletRequest request,
            HttpServletResponse response, RedirectAttributes afterwards) {
        response.setHeader("Referrer-Policy", "no-referrer");
        Optional<GuestPass> opened = links.open(number, end);
        if (opened.isEmpty()) {
            return TO_ENTRANCE + "?ended=true";
        }
        GuestPass pass = opened.get();
        if (!cookies.of(request).contains(new OpenOrder(pass.orderId(), pass.customerId(), null))) {
            cookies.open(pass, request, response);
        }
        return "redirect:/returns/" + pass.returnNumber();
    }

    private String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
