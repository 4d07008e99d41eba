package org.broadleafreturns.core.exclusion;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All marks. */
interface Exclusions extends Repository<Exclusion, Long> {

    /**
     * The marks on any of these products and on whatever category, oldest first: the product's identifier or the category's, the
     * mark's identifier, kind and ground, and the ground in the merchant's own words. A mark has a row for each language, and one row
     * if there are no such words.
     */
    @Query("select e.product.id, e.category.id, e.id, e.kind, e.ground, w.languageTag, w.content from Exclusion e"
        + " left join e.wordings w where e.product.id in (:products) or e.category.id is not null order by e.id")
    List<Object[]> findOn(@Param("products") Collection<Long> products);

    /** The identifiers of the marked products in whose name the text occurs, in capitals or not. */
    @Query("select e.product.id from Exclusion e where locate(lower(:text), lower(e.product.defaultSku.name)) > 0")
    List<Long> findProductsNamed(@Param("text") String text);
}
