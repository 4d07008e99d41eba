package org.broadleafreturns.admin.order;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out shoppers' photos, each only through the return it belongs to. */
@Controller
class PhotoController {

    private final AccessibleReturns returns;
    private final DocumentDownload download;

    PhotoController(AccessibleReturns returns, DocumentDownload download) {
        this.returns = returns;
        this.download = download;
    }

    @GetMapping("/returns/{number}/photos/{documentId:[0-9]+}")
    void download(@PathVariable("number") String number, @PathVariable("documentId") String documentId,
            HttpServletResponse response) throws IOException {
        download.send(returns.toRead(number).getPhotos().stream()
            .filter(photo -> photo.getId().toString().equals(documentId))
            .findFirst().orElseThrow(ReturnNotFoundException::new), response);
    }
}
