package org.broadleafreturns.site;

import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.request.ReturnNotFoundException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers alike whether something does not exist or is somebody else's. */
@ControllerAdvice(basePackageClasses = NotFoundAdvice.class)
class NotFoundAdvice {

    @ExceptionHandler(ReturnNotFoundException.class)
    String notFound(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return "account/returns/notFound";
    }
}
