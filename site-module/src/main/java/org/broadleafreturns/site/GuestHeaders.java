package org.broadleafreturns.site;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Nothing of a guest's pages is kept by caches, and no other site is told where somebody came from. */
@ControllerAdvice(basePackageClasses = GuestHeaders.class)
class GuestHeaders {

    @ModelAttribute
    void write(HttpServletRequest request, HttpServletResponse response) {
        if (Area.of(request) == Area.GUESTS) {
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Referrer-Policy", "same-origin");
        }
    }
}
