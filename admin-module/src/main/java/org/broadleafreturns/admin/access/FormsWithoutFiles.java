package org.broadleafreturns.admin.access;

import java.io.IOException;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.document.web.UploadForm;
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
        if (!UploadForm.is(request)) {
            return true;
        }
        UploadForm.refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, words.get());
        return false;
    }
}
