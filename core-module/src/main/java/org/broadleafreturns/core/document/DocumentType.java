package org.broadleafreturns.core.document;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that are accepted, by content. None of them is run by a browser when it is served as itself. */
public enum DocumentType {

    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp");

    /** What a shop sends as a label. */
    public static final Set<DocumentType> LABELS = Collections.unmodifiableSet(EnumSet.of(PDF, PNG, JPEG));

    /** What a shopper shows with a request. */
    public static final Set<DocumentType> PHOTOS = Collections.unmodifiableSet(EnumSet.of(JPEG, PNG, WEBP));

    private final String contentType;
    private final String extension;

    DocumentType(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** The media type under which such files are served and sent. */
    public String contentType() {
        return contentType;
    }

    /** The usual ending of such a file's name, without a dot. */
    public String extension() {
        return extension;
    }

    static Optional<DocumentType> of(String contentType) {
        return Arrays.stream(values()).filter(type -> type.contentType.equals(contentType)).findFirst();
    }
}
