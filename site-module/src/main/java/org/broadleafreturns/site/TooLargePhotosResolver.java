package org.broadleafreturns.site;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.document.TooLargeUploadResolver;

/** Leads back to the request form, which says that the photos are too large and shows what is in the draft. */
class TooLargePhotosResolver extends TooLargeUploadResolver {

    private static final Pattern FORM = Pattern.compile("(/account/orders/[^/]+/return)(/[^/]+)?");

    TooLargePhotosResolver() {
        super(FORM);
    }

    @Override
    protected void answer(Matcher matched, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String form = matched.group(2) == null ? matched.group(1) : matched.group() + "/edit";
        response.sendRedirect(request.getContextPath() + form + "?" + ReturnRequestController.TOO_LARGE);
    }
}
