package org.broadleafreturns.core.search;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/**
 * A word by which a return is found. Mapped so that the table belongs to the persistence unit, of which a shop may let Hibernate
 * make the tables anew; words are written and read by {@link SearchIndex}, many at once.
 */
@Entity
@Table(name = "RTN_SEARCH_WORD")
class SearchWord {

    /** Broadleaf 3.1 does not start with an entity whose identifier has no property of its own. */
    @EmbeddedId
    private Key key;

    /** What tells words apart. */
    @Embeddable
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "WORD", nullable = false, length = SearchWords.LENGTH)
        private String word;

        @Column(name = "REQUEST_ID", nullable = false)
        private Long requestId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(word, key.word) && Objects.equals(requestId, key.requestId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(word, requestId);
        }
    }
}
