package org.broadleafreturns.demo.shop;

import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets the header of every page know whether somebody can log out. */
@ControllerAdvice
public class LoggedIn {

    @ModelAttribute("shopLoggedIn")
    boolean loggedIn(HttpServletRequest request) {
        return request.getUserPrincipal() != null;
    }
}
