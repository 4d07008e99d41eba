package org.broadleafreturns.core.document.web;

import java.io.IOException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a form with files that cannot be told apart, with a file in the place of a text or with U+0000 in a file's name, as no
 * browser sends it, with status 400; the platform takes it for a failure of the shop. Writes the answer itself, since views ask
 * the request for parameters, which fails in the same way.
 */
public class UnreadableUploadResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableUploadResolver.class);

    private final Predicate<HttpServletRequest> responsible;
    private final Supplier<String> words;

    /**
     * @param responsible says for which requests it answers
     * @param words what it says, without markup, in the language of the request being answered
     */
    public UnreadableUploadResolver(Predicate<HttpServletRequest> responsible, Supplier<String> words) {
        this.responsible = responsible;
        this.words = words;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
            Exception exception) {
        boolean unreadable = exception instanceof MultipartException && !(exception instanceof MaxUploadSizeExceededException)
            || exception instanceof ConversionNotSupportedException
            // Commons FileUpload has it, and Tomcat a copy of its own.
            || NestedExceptionUtils.getMostSpecificCause(exception).getClass().getSimpleName().equals("InvalidFileNameException");
        if (!unreadable || !responsible.test(request)) {
            return null;
        }
        LOG.debug("Unreadable: {}", request.getRequestURI(), exception);
        try {
            UploadForm.refuse(response, HttpServletResponse.SC_BAD_REQUEST, words.get());
        } catch (IOException e) {
            LOG.debug("The browser has gone", e);
        }
        return new ModelAndView();
    }
}
