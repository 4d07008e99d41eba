package org.broadleafreturns.site;

import javax.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UrlPathHelper;

/** Where in the storefront returns have their pages: in the account, and for guests, who have none, beside it. */
enum Area {

    ACCOUNT("/account/returns", "/account/returns"),
    GUESTS("/returns", "/returns/order");

    private final String address;
    private final String home;

    Area(String address, String home) {
        this.address = address;
        this.home = home;
    }

    /** The area of the page that is being answered. */
    static Area current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
            ? of(attributes.getRequest()) : ACCOUNT;
    }

    static Area of(HttpServletRequest request) {
        String path = new UrlPathHelper().getPathWithinApplication(request);
        return path.equals(GUESTS.address) || path.startsWith(GUESTS.address + "/") ? GUESTS : ACCOUNT;
    }

    /** Below which its pages are. */
    String address() {
        return address;
    }

    /** Where a return is shown. */
    String address(String number) {
        return address + "/" + number;
    }

    /** Where all returns are listed that somebody sees there. */
    String home() {
        return home;
    }
}
