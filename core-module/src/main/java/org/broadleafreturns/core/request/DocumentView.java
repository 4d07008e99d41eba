package org.broadleafreturns.core.request;

import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A label or photo as pages name it. Public for the templates.
 *
 * @param size in bytes
 */
@ForIntegrators
public record DocumentView(Long id, String fileName, String contentType, long size) {

    /** @param document may be null, and so is the answer then */
    static DocumentView of(ReturnDocument document) {
        return document == null ? null
            : new DocumentView(document.getId(), document.getFileName(), document.getContentType(), document.getSize());
    }
}
