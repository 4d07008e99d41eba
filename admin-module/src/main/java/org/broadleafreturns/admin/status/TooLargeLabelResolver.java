package org.broadleafreturns.admin.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.words.FieldMessage;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.document.web.TooLargeUploadResolver;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** Says beside the file field that a label is too large. */
class TooLargeLabelResolver extends TooLargeUploadResolver {

    private static final Pattern PREVIEW = Pattern.compile(".*/returns/[^/]+/status/preview");
    private static final int UNPROCESSABLE = 422;

    private final ReturnsSettings settings;
    private final MerchantWords words;

    TooLargeLabelResolver(ReturnsSettings settings, MerchantWords words) {
        super(PREVIEW);
        this.settings = settings;
        this.words = words;
    }

    @Override
    protected void answer(Matcher matched, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FieldMessage message = words.of(List.of(StatusChangeService.tooLarge(settings))).get(0);
        response.setStatus(UNPROCESSABLE);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("<ul class=\"rtn-objections\"><li data-field=\"" + HtmlUtils.htmlEscape(message.field())
            + "\">" + HtmlUtils.htmlEscape(message.text()) + "</li></ul>");
    }
}
