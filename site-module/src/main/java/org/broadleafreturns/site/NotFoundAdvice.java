package org.broadleafreturns.site;

import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.request.ReturnNotFoundException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers alike whether something does not exist or is somebody else's. */
@ControllerAdvice(basePackageClasses = NotFoundAdvice.class)
class NotFoundAdvice {

    private final ShopperWords words;

    NotFoundAdvice(ShopperWords words) {
        this.words = words;
    }

    @ExceptionHandler(ReturnNotFoundException.class)
    String notFound(HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("rtnTitle", words.title("rtn.site.notFound.title"));
        return "account/returns/notFound";
    }
}
