package org.broadleafreturns.site.guest;

import java.time.Duration;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.guest.GuestEntrance;
import org.broadleafreturns.core.guest.GuestPass;
import org.broadleafreturns.core.guest.GuestPasses;
import org.broadleafreturns.site.OpenOrder;
import org.broadleafreturns.site.OpenOrders;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** What a guest's browser keeps: by what it is known while it waits for a code, and the pass that it has got. No script reads either. */
class GuestCookies implements OpenOrders {

    private static final String PASS = "rtn-guest";
    private static final String BROWSER = "rtn-guest-browser";
    private static final Duration AWAITING = Duration.ofHours(1);
    private static final String PATH = "/returns";

    private final GuestPasses passes;
    private final GuestEntrance entrance;

    GuestCookies(GuestPasses passes, GuestEntrance entrance) {
        this.passes = passes;
        this.entrance = entrance;
    }

    @Override
    public Optional<OpenOrder> of(HttpServletRequest request) {
        return !entrance.isOpen() ? Optional.empty() : value(PASS, request).flatMap(passes::read)
            .map(pass -> new OpenOrder(pass.orderId(), pass.customerId(), pass.returnNumber()));
    }

    void open(GuestPass pass, HttpServletRequest request, HttpServletResponse response) {
        write(PASS, passes.write(pass), GuestPasses.LIFETIME, request, response);
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        write(PASS, "", Duration.ZERO, request, response);
        write(BROWSER, "", Duration.ZERO, request, response);
    }

    void await(String browser, HttpServletRequest request, HttpServletResponse response) {
        write(BROWSER, browser, AWAITING, request, response);
    }

    /** Null if it waits for nothing. */
    String browser(HttpServletRequest request) {
        return value(BROWSER, request).orElse(null);
    }

    private static Optional<String> value(String name, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    /** It comes along when a link in a mail is followed, and with no form of another site. */
    private static void write(String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, value).path(request.getContextPath() + PATH).maxAge(age)
            .httpOnly(true).secure(request.isSecure()).sameSite("Lax").build().toString());
    }
}
