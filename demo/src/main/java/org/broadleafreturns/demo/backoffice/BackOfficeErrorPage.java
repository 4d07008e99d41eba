package org.broadleafreturns.demo.backoffice;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.servlet.RequestDispatcher;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.HtmlUtils;

/**
 * Says that a page does not exist, is forbidden or failed. It is written without the platform's templates, which need a user
 * and may be what failed.
 */
public class BackOfficeErrorPage implements HttpRequestHandler {

    private static final Set<Integer> EXPLAINED = Set.of(403, 404);

    private final MessageSource messages;

    public BackOfficeErrorPage(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Integer failed = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = failed == null ? HttpServletResponse.SC_NOT_FOUND : failed;
        Locale locale = RequestContextUtils.getLocale(request);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("""
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title><style>
            body { font: 15px/1.5 "Helvetica Neue", Helvetica, Arial, sans-serif; color: #333; background: #e8e8e8; margin: 0 }
            main { max-width: 480px; margin: 15vh auto; padding: 2rem; background: #fff; border-top: 3px solid #8fa327; text-align: center }
            h1 { font-size: 1.4rem } p.status { font-size: 2.5rem; margin: 0; color: #767676 } a { color: #5d6b14 }
            </style></head><body><main><p class="status">%d</p><h1>%s</h1><p><a href="%s/">%s</a></p></main></body></html>"""
            .formatted(locale.getLanguage(), title(status, locale), status, title(status, locale),
                HtmlUtils.htmlEscape(request.getContextPath()), text("shop.error.backOffice", locale)));
    }

    private String title(int status, Locale locale) {
        return text("shop.error." + (EXPLAINED.contains(status) ? status : 500), locale);
    }

    private String text(String code, Locale locale) {
        return HtmlUtils.htmlEscape(messages.getMessage(code, null, locale));
    }
}
