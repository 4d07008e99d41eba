package org.broadleafreturns.site;

import java.io.IOException;
import java.util.regex.Pattern;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.document.web.UploadForm;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps large forms with files to where photos are added. A shop raises its server's limits for these, and the server reads what
 * it then lets through at every address and of anybody, before any other filter can know better.
 */
class UploadGate extends OncePerRequestFilter implements Ordered {

    private static final Pattern PHOTOS = Pattern.compile(FormAddress.ANY_FORM + "/[^/]+/photos");

    private final long limit;

    private final MessageSource messages;

    /** @param limit bytes that a form with files can have elsewhere; 0 for any number */
    UploadGate(long limit, MessageSource messages) {
        this.limit = limit;
        this.messages = messages;
    }

    /** Before whatever asks a request for parameters. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return limit == 0 || !UploadForm.is(request)
            || PHOTOS.matcher(request.getRequestURI().substring(request.getContextPath().length())).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length >= 0 && length <= limit) {
            chain.doFilter(request, response);
            return;
        }
        UploadForm.refuse(response,
            length < 0 ? HttpServletResponse.SC_LENGTH_REQUIRED : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
            messages.getMessage("rtn.site.uploads.tooLarge", null, request.getLocale()));
    }
}
