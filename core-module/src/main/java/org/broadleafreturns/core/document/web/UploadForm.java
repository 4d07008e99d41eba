package org.broadleafreturns.core.document.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/** What holds of every form with files, wherever it is sent. */
public final class UploadForm {

    /** Web servers read so many parts of a form with files and no more: 50, or 10, in some versions of Tomcat. */
    public static final int MOST_PARTS = 10;

    /** Beside them a form has a part that says what they belong to. */
    public static final int MOST_FILES = MOST_PARTS - 1;

    private UploadForm() {
    }

    /** Whether a request is a form with files; asks for none of its parts. */
    public static boolean is(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
    }

    /** Whether a file was chosen, and be it an empty one: browsers send an input left alone as a part without name and content. */
    public static boolean isChosen(MultipartFile file) {
        return !file.isEmpty() || StringUtils.hasLength(file.getOriginalFilename());
    }

    /**
     * Refuses a form without looking at its parts, which views and error pages would: they ask the request for parameters.
     *
     * @param words without markup
     */
    public static void refuse(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(words);
    }
}
