package org.broadleafreturns.admin.order;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.request.JournalEntry;
import org.broadleafreturns.core.request.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out labels, each only through the return it belongs to. */
@Controller
class LabelController {

    private final AccessibleReturns returns;
    private final Documents documents;

    LabelController(AccessibleReturns returns, Documents documents) {
        this.returns = returns;
        this.documents = documents;
    }

    @GetMapping("/returns/{number}/labels/{documentId:[0-9]+}")
    void download(@PathVariable("number") String number, @PathVariable("documentId") String documentId,
            HttpServletResponse response) throws IOException {
        ReturnDocument label = labelsOf(returns.toRead(number))
            .filter(document -> document.getId().toString().equals(documentId))
            .findFirst().orElseThrow(ReturnNotFoundException::new);
        try (InputStream content = documents.open(label)) {
            response.setContentType(label.getContentType());
            response.setContentLengthLong(label.getSize());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, AttachmentHeader.of(label.getFileName()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            content.transferTo(response.getOutputStream());
        }
    }

    private static Stream<ReturnDocument> labelsOf(ReturnRequest request) {
        return Stream.concat(Stream.of(request).map(ReturnRequest::getLabel),
            request.getJournal().stream().map(JournalEntry::getDocument)).filter(Objects::nonNull);
    }
}
