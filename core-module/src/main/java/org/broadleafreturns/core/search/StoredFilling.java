package org.broadleafreturns.core.search;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** How far returns of before have their words; there as long as not all have. Mapped for the same reason as {@link SearchWord}. */
@Entity
@Table(name = "RTN_SEARCH_FILLING")
class StoredFilling {

    @Id
    @Column(name = "FILLING_ID")
    private Long id;

    @Column(name = "NEXT_REQUEST_ID", nullable = false)
    private Long nextRequestId;
}
