package org.broadleafreturns.core.document.web;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.document.DocumentType;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.document.Thumbnails;
import org.springframework.http.HttpHeaders;

/**
 * Sends a small picture of a photo, as {@link DocumentDownload} sends the photo itself; status 404 where there is none. Whoever calls
 * this has decided that the reader may have the photo.
 */
public class ThumbnailDownload {

    private final Thumbnails thumbnails;

    public ThumbnailDownload(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /**
     * Answers with the small picture.
     *
     * @throws IOException if the store has lost the photo, or the reader has gone
     */
    public void send(ReturnDocument photo, HttpServletResponse response) throws IOException {
        Optional<Thumbnails.Small> small = thumbnails.of(photo);
        DocumentDownload.keepPrivate(response);
        if (small.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        DocumentType type = small.get().type();
        response.setContentType(type.contentType());
        response.setContentLength(small.get().content().length);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"thumbnail." + type.extension() + "\"");
        response.getOutputStream().write(small.get().content());
    }
}
