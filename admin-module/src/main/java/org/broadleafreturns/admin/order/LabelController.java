package org.broadleafreturns.admin.order;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out labels, each only through the return it belongs to. */
@Controller
class LabelController {

    private final AccessibleReturns returns;
    private final DocumentDownload download;

    LabelController(AccessibleReturns returns, DocumentDownload download) {
        this.returns = returns;
        this.download = download;
    }

    @GetMapping("/returns/{number}/labels/{documentId:[0-9]+}")
    void download(@PathVariable("number") String number, @PathVariable("documentId") String documentId,
            HttpServletResponse response) throws IOException {
        ReturnDocument label = labelsOf(returns.toRead(number))
            .filter(document -> document.getId().toString().equals(documentId))
            .findFirst().orElseThrow(ReturnNotFoundException::new);
        download.send(label, response);
    }

    private static Stream<ReturnDocument> labelsOf(ReturnRequest request) {
        return Stream.concat(Stream.of(request).map(ReturnRequest::getLabel),
            request.getJournal().stream().map(JournalEntry::getDocument)).filter(Objects::nonNull);
    }
}
