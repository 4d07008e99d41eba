package org.broadleafreturns.site;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.document.web.TooLargeUploadResolver;
import org.springframework.web.multipart.MultipartException;

/** Leads back to where photos are added, which says that they were too large, or more than the server reads at once. */
class TooLargePhotosResolver extends TooLargeUploadResolver {

    private static final String TOO_LARGE = "tooLarge";
    private static final Pattern FORM = Pattern.compile(FormAddress.ANY_FORM + "/[^/]+/photos");

    TooLargePhotosResolver() {
        super(FORM);
    }

    /** Servers say in various ways that a form has too many parts. */
    @Override
    protected boolean concerns(Exception exception) {
        return exception instanceof MultipartException;
    }

    @Override
    protected void answer(Matcher matched, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + matched.group() + "?" + TOO_LARGE + "=true");
    }

    /**
     * Whether the browser was led back to the form by this. Asks for the name only, which addresses of earlier versions have
     * without a value: Broadleaf's XSS wrapper ({@code blc.site.enable.xssWrapper}) makes null of an empty one.
     */
    static boolean sentBack(HttpServletRequest request) {
        return request.getParameterMap().containsKey(TOO_LARGE);
    }
}
