package org.broadleafreturns.admin.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses forms with files wherever none are taken, before anything looks at their parts: the module's own forms carry as many
 * inputs as a return has lines, and of parts servers take few.
 */
class FormsWithoutFiles implements HandlerInterceptor {

    private final Supplier<String> words;

    /** @param words what it says, without markup */
    FormsWithoutFiles(Supplier<String> words) {
        this.words = words;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(words.get());
        return false;
    }
}
