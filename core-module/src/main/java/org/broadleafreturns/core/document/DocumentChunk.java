package org.broadleafreturns.core.document;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.UniqueConstraint;

/**
 * A piece of a document's bytes. Pieces are small enough to be held in memory on every database, so that whole files never
 * are.
 */
@Entity
@Table(name = "RTN_DOCUMENT_CHUNK", uniqueConstraints = @UniqueConstraint(columnNames = {"STORAGE_KEY", "CHUNK_NUMBER"}))
@TableGenerator(name = "RtnDocumentChunk", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_DOCUMENT_CHUNK", allocationSize = 50)
class DocumentChunk {

    /** In bytes. */
    static final int SIZE = 128 * 1024;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnDocumentChunk")
    @Column(name = "CHUNK_ID")
    private Long id;

    @Column(name = "STORAGE_KEY", nullable = false, length = 36)
    private String storageKey;

    @Column(name = "CHUNK_NUMBER", nullable = false)
    private int number;

    @Column(name = "CHUNK_BYTES", nullable = false, length = SIZE)
    private byte[] bytes;

    /** For the persistence provider. */
    protected DocumentChunk() {
    }

    DocumentChunk(String storageKey, int number, byte[] bytes) {
        this.storageKey = storageKey;
        this.number = number;
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
