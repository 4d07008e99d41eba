package org.broadleafreturns.core.document.web;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives an upload a readable answer that the web server or the platform refuses before any controller sees it. Writes the
 * answer itself, since views ask the request for parameters, which fails in the same way.
 */
public abstract class TooLargeUploadResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(TooLargeUploadResolver.class);

    private final Pattern path;

    /** @param path what it answers for, within the application */
    protected TooLargeUploadResolver(Pattern path) {
        this.path = path;
    }

    /**
     * Writes the answer.
     *
     * @param matched the request's path within the application, matched
     */
    protected abstract void answer(Matcher matched, HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Whether it answers for what was thrown. */
    protected boolean concerns(Exception exception) {
        return exception instanceof MaxUploadSizeExceededException;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
            Exception exception) {
        Matcher matched = path.matcher(request.getRequestURI().substring(request.getContextPath().length()));
        if (!concerns(exception) || !matched.matches()) {
            return null;
        }
        try {
            answer(matched, request, response);
        } catch (IOException e) {
            LOG.debug("The browser has gone", e);
        }
        return new ModelAndView();
    }
}
