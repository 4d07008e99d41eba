package org.broadleafreturns.site;

import java.time.Duration;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What the pages of a draft have in common. */
class DraftPages {

    static final double MEGABYTE = 1024 * 1024;
    private static final int TOO_MANY = 429;

    private static final String LAST_ORDER = DraftPages.class.getName() + ".LAST_ORDER";

    private final ReturnDraftService drafts;
    private final ReturnLookup lookup;
    private final ReturnsSettings settings;
    private final ShopperWords words;
    private final Visitors visitors;

    DraftPages(ReturnDraftService drafts, ReturnLookup lookup, ReturnsSettings settings, ShopperWords words, Visitors visitors) {
        this.drafts = drafts;
        this.lookup = lookup;
        this.settings = settings;
        this.words = words;
        this.visitors = visitors;
    }

    /**
     * The number of the order that a page is about. Shops lead to the same page in another language by an address that has
     * nothing but the language in its query: a draft knows its order, and of the form without one the session does.
     *
     * @param given as it came; empty if it did not
     * @param token of the draft, or null
     */
    String orderNumber(String given, String token) {
        if (token != null) {
            return given.isEmpty() ? visitors.ofAny(customer -> drafts.orderNumber(customer, token)).orElse("") : given;
        }
        RequestAttributes session = RequestContextHolder.currentRequestAttributes();
        if (!given.isEmpty()) {
            session.setAttribute(LAST_ORDER, given, RequestAttributes.SCOPE_SESSION);
            return given;
        }
        return session.getAttribute(LAST_ORDER, RequestAttributes.SCOPE_SESSION) instanceof String last ? last : "";
    }

    /**
     * An order of the shopper's.
     *
     * @throws ReturnNotFoundException if they have none of that number
     * @throws ReturnsClosedException if returns are switched off
     */
    Order order(String orderNumber) {
        if (!settings.enabled()) {
            throw new ReturnsClosedException();
        }
        return visitors.order(orderNumber).orElseThrow(ReturnNotFoundException::new);
    }

    /** Where the back button leads after sending, and what is left of a draft that was thrown away. */
    String sentOrGone(String orderNumber, String token, HttpServletResponse response, Model model) {
        Optional<ReturnRequest> sent = lookup.sentWith(visitors.ofOrder(orderNumber), token)
            .filter(request -> request.getOrderNumber().equals(orderNumber));
        if (sent.isPresent()) {
            return redirect(Area.current().address(sent.get().getNumber()), model);
        }
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("rtnOrder", order(orderNumber));
        model.addAttribute("rtnTitle", words.title("rtn.site.gone.title"));
        model.addAttribute("rtnHours", settings.previewLifetime().toHours());
        return "account/returns/gone";
    }

    /** Spring 5 writes what the shop's own pages put into every model into the address of a redirect. */
    static String redirect(String address, Model model) {
        model.asMap().clear();
        return "redirect:" + address;
    }

    /** Answers somebody who sends too often. */
    static Objection tooMany(Duration wait, HttpServletResponse response) {
        response.setStatus(TOO_MANY);
        response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
        return tooMany(wait);
    }

    static Objection tooMany(Duration wait) {
        return Objection.general("rtn.site.tooMany", wait.toMinutes() + 1);
    }
}
