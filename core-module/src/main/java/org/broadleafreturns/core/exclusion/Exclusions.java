package org.broadleafreturns.core.exclusion;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All marks. */
interface Exclusions extends Repository<Exclusion, Long> {

    /** The identifiers of the marked products in whose name the text occurs, in capitals or not. */
    @Query("select e.product.id from Exclusion e where locate(lower(:text), lower(e.product.defaultSku.name)) > 0")
    List<Long> findProductsNamed(@Param("text") String text);
}
