package org.broadleafreturns.admin.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.words.FieldMessage;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/**
 * Says beside the file field that a label is too large when the web server or the platform refuses the upload before any
 * controller sees it. Writes the answer itself, since views ask the request for parameters, which fails in the same way.
 */
class TooLargeLabelResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(TooLargeLabelResolver.class);
    private static final Pattern PREVIEW = Pattern.compile(".*/returns/[^/]+/status/preview");
    private static final int UNPROCESSABLE = 422;

    private final ReturnsSettings settings;
    private final MerchantWords words;

    TooLargeLabelResolver(ReturnsSettings settings, MerchantWords words) {
        this.settings = settings;
        this.words = words;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
            Exception exception) {
        if (!(exception instanceof MultipartException) || !PREVIEW.matcher(request.getRequestURI()).matches()) {
            return null;
        }
        FieldMessage message = words.of(List.of(StatusChangeService.tooLarge(settings))).get(0);
        response.setStatus(UNPROCESSABLE);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getWriter().write("<ul class=\"rtn-objections\"><li data-field=\"" + HtmlUtils.htmlEscape(message.field())
                + "\">" + HtmlUtils.htmlEscape(message.text()) + "</li></ul>");
        } catch (IOException e) {
            LOG.debug("The browser has gone", e);
        }
        return new ModelAndView();
    }
}
