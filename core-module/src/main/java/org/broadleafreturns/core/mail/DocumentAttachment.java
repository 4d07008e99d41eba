package org.broadleafreturns.core.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.activation.DataSource;
import javax.mail.EncodingAware;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;

/**
 * A document as the attachment of a mail, read piece by piece. Always sent in base64: what happens to be plain text would
 * otherwise have its line ends changed on the way.
 */
class DocumentAttachment implements DataSource, EncodingAware {

    private final ReturnDocument document;
    private final Documents documents;

    DocumentAttachment(ReturnDocument document, Documents documents) {
        this.document = document;
        this.documents = documents;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return documents.open(document);
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("A stored document does not change");
    }

    @Override
    public String getContentType() {
        return document.getContentType();
    }

    @Override
    public String getName() {
        return document.getFileName();
    }

    @Override
    public String getEncoding() {
        return "base64";
    }
}
