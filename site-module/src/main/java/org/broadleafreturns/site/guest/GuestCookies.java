package org.broadleafreturns.site.guest;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

/**
 * What a guest's browser keeps: by what it is known while it waits for a code, and the passes that it has got, each by itself, so that who
 * opens another order goes on with the first one, too. No script reads any of it.
 */
class GuestCookies implements OpenOrders {

    /** What follows says nothing of the order. */
    private static final String PASS = "rtn-guest-pass-";
    private static final String BROWSER = "rtn-guest-browser";
    private static final Duration AWAITING = Duration.ofHours(1);
    private static final String PATH = "/returns";

    /** As many are open side by side: a browser sends all of them along, and servers take so much. */
    private static final int MOST = 5;

    private final GuestPasses passes;
    private final GuestEntrance entrance;

    GuestCookies(GuestPasses passes, GuestEntrance entrance) {
        this.passes = passes;
        this.entrance = entrance;
    }

    @Override
    public List<OpenOrder> of(HttpServletRequest request) {
        return !entrance.isOpen() ? List.of() : kept(request)
            .map(kept -> new OpenOrder(kept.pass().orderId(), kept.pass().customerId(), kept.pass().returnNumber())).toList();
    }

    /** @param end until when it holds */
    private record Kept(String cookie, GuestPass pass, Instant end) {
    }

    /** All that hold, the one written last first. */
    private Stream<Kept> kept(HttpServletRequest request) {
        return cookies(request).filter(cookie -> cookie.getName().startsWith(PASS))
            .flatMap(cookie -> passes.read(cookie.getValue()).stream()
                .map(pass -> new Kept(cookie.getName(), pass, passes.end(cookie.getValue()))))
            .sorted(Comparator.comparing(Kept::end).reversed());
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return request.getCookies() == null ? Stream.empty() : Arrays.stream(request.getCookies());
    }

    /** Beside what is open already; of too many the oldest goes. */
    void open(GuestPass pass, HttpServletRequest request, HttpServletResponse response) {
        String name = PASS + passes.label(pass);
        write(name, passes.write(pass), GuestPasses.LIFETIME, request, response);
        kept(request).map(Kept::cookie).filter(Predicate.not(name::equals)).skip(MOST - 1)
            .forEach(old -> write(old, "", Duration.ZERO, request, response));
    }

    /** An order with its returns, and whatever waits for a code. */
    void close(Long order, HttpServletRequest request, HttpServletResponse response) {
        kept(request).filter(kept -> kept.pass().orderId().equals(order))
            .forEach(kept -> write(kept.cookie(), "", Duration.ZERO, request, response));
        write(BROWSER, "", Duration.ZERO, request, response);
    }

    /** All of them. */
    void close(HttpServletRequest request, HttpServletResponse response) {
        cookies(request).map(Cookie::getName).filter(name -> name.startsWith(PASS))
            .forEach(name -> write(name, "", Duration.ZERO, request, response));
        write(BROWSER, "", Duration.ZERO, request, response);
    }

    void await(String browser, HttpServletRequest request, HttpServletResponse response) {
        write(BROWSER, browser, AWAITING, request, response);
    }

    /** Null if it is not known yet. */
    String browser(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, BROWSER)).map(Cookie::getValue).filter(value -> !value.isEmpty())
            .orElse(null);
    }

    /** It comes along when a link in a mail is followed, and with no form of another site. */
    private static void write(String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, value).path(request.getContextPath() + PATH).maxAge(age)
            .httpOnly(true).secure(request.isSecure()).sameSite("Lax").build().toString());
    }
}
