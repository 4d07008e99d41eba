package org.broadleafreturns.site;

import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.UriUtils;

/** Answers alike whether something does not exist or is somebody else's, and for whatever there is not at the moment. */
@ControllerAdvice(basePackageClasses = NotFoundAdvice.class)
class NotFoundAdvice {

    private final ReturnLookup lookup;
    private final ShopperWords words;

    NotFoundAdvice(ReturnLookup lookup, ShopperWords words) {
        this.lookup = lookup;
        this.words = words;
    }

    @ExceptionHandler(ReturnNotFoundException.class)
    String notFound(HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("rtnTitle", words.title("rtn.site.notFound.title"));
        return "account/returns/notFound";
    }

    /**
     * Guests show once more that the order is theirs; its number stands there already where the address has it. What came with a form is
     * kept nowhere, since nobody knows any more whose it is.
     */
    @ExceptionHandler(NothingOpenException.class)
    String notOpen(HttpServletRequest request) {
        String order = request.getParameter("order");
        return "redirect:" + Area.GUESTS.address() + (HttpMethod.POST.matches(request.getMethod()) ? "?again=lost" : "?again=true")
            + (order == null || order.isBlank() ? "" : "&order=" + UriUtils.encode(order, StandardCharsets.UTF_8));
    }

    /** The same for every order, so that nobody learns which there are. What was begun before is kept. */
    @ExceptionHandler(ReturnsClosedException.class)
    String closed(HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("rtnTitle", words.title("rtn.site.closed.title"));
        model.addAttribute("rtnHasReturns", Area.current() == Area.GUESTS || Shopper.find().filter(lookup::hasReturns).isPresent());
        return "account/returns/closed";
    }
}
