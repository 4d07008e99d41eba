package org.broadleafreturns.admin.order;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.document.web.ThumbnailDownload;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out shoppers' photos, whole and small, each only through the return it belongs to. */
@Controller
class PhotoController {

    private final AccessibleReturns accessible;
    private final ReturnLookup returns;
    private final DocumentDownload download;
    private final ThumbnailDownload thumbnails;

    PhotoController(AccessibleReturns accessible, ReturnLookup returns, DocumentDownload download, ThumbnailDownload thumbnails) {
        this.accessible = accessible;
        this.returns = returns;
        this.download = download;
        this.thumbnails = thumbnails;
    }

    @GetMapping("/returns/{number}/photos/{documentId:[0-9]{1,18}}")
    void download(@PathVariable("number") String number, @PathVariable("documentId") Long documentId,
            HttpServletResponse response) throws IOException {
        download.send(returns.photo(accessible.toRead(number).id(), documentId).orElseThrow(ReturnNotFoundException::new),
            response);
    }

    @GetMapping("/returns/{number}/photos/{documentId:[0-9]{1,18}}/thumbnail")
    void thumbnail(@PathVariable("number") String number, @PathVariable("documentId") Long documentId,
            HttpServletResponse response) throws IOException {
        thumbnails.send(returns.photo(accessible.toRead(number).id(), documentId).orElseThrow(ReturnNotFoundException::new),
            response);
    }
}
