package org.broadleafreturns.core.document.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * Sends a document to a browser so that it is saved and never shown as a page of the shop: as an attachment, with the type
 * found at its upload, kept by no shared cache. Whoever calls this has decided that the reader may have it.
 */
public class DocumentDownload {

    private final Documents documents;

    public DocumentDownload(Documents documents) {
        this.documents = documents;
    }

    /**
     * Answers with a document, piece by piece.
     *
     * @throws IOException if the store has lost it, or the reader has gone
     */
    public void send(ReturnDocument document, HttpServletResponse response) throws IOException {
        try (InputStream content = documents.open(document)) {
            response.setContentType(document.getContentType());
            response.setContentLengthLong(document.getSize());
            // RFC 6266, with nothing of the name but letters, digits and percent signs; Spring 6.0 lets quotes through.
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename*=UTF-8''" + UriUtils.encode(document.getFileName(), StandardCharsets.UTF_8));
            keepPrivate(response);
            content.transferTo(response.getOutputStream());
        }
    }

    /** For no shared cache, and for nothing else than its type says. */
    static void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
