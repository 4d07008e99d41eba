package org.broadleafreturns.core.document;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** What is known of a stored file; its bytes are in the {@link DocumentStore} under {@link #getStorageKey()}. */
@Entity
@Table(name = "RTN_DOCUMENT")
@TableGenerator(name = "RtnDocument", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_DOCUMENT", allocationSize = 10)
@ForIntegrators
public class ReturnDocument {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnDocument")
    @Column(name = "DOCUMENT_ID")
    private Long id;

    @Column(name = "STORAGE_KEY", nullable = false, unique = true, length = 36)
    private String storageKey;

    @Column(name = "FILE_NAME", nullable = false, length = FileName.MAXIMUM_LENGTH)
    private String fileName;

    @Column(name = "CONTENT_TYPE", nullable = false, length = 64)
    private String contentType;

    @Column(name = "SIZE_BYTES", nullable = false)
    private long size;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "CREATED_AT", nullable = false)
    private Date createdAt;

    /** Since when it waits for something that it belongs to; null once it has that. */
    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "UNATTACHED_SINCE")
    private Date unattachedSince;

    /** For the persistence provider. */
    protected ReturnDocument() {
    }

    ReturnDocument(String storageKey, String fileName, DocumentType type, long size, Date createdAt) {
        this.storageKey = storageKey;
        this.fileName = fileName;
        this.contentType = type.contentType();
        this.size = size;
        this.createdAt = createdAt;
        this.unattachedSince = createdAt;
    }

    void measure(long bytes) {
        size = bytes;
    }

    void attach() {
        unattachedSince = null;
    }

    void release(Date longAgo) {
        unattachedSince = longAgo;
    }

    /** Null for what belongs to something. */
    Date getUnattachedSince() {
        return unattachedSince;
    }

    public Long getId() {
        return id;
    }

    /** The random key of its bytes in the store. */
    public String getStorageKey() {
        return storageKey;
    }

    /** The uploader's name for the file, without anything that could be a path or a trick; for people and headers. */
    public String getFileName() {
        return fileName;
    }

    /** The media type found in the content, one of those in {@link DocumentType}. */
    public String getContentType() {
        return contentType;
    }

    /** In bytes. */
    public long getSize() {
        return size;
    }

    public Date getCreatedAt() {
        return createdAt;
    }
}
