package org.broadleafreturns.core.exclusion;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All marks. */
interface Exclusions extends Repository<Exclusion, Long> {

    /**
     * The marks on any of these products, oldest first: the product's identifier, the mark's identifier, kind and ground, and the
     * ground in the merchant's own words. A mark has a row for each language, and one row if there are no such words.
     */
    @Query("select e.product.id, e.id, e.kind, e.ground, w.languageTag, w.content from Exclusion e left join e.wordings w"
        + " where e.product.id in (:products) order by e.id")
    List<Object[]> findOnProducts(@Param("products") Collection<Long> products);

    /** All marks on categories in the same way, with the category's identifier. */
    @Query("select e.category.id, e.id, e.kind, e.ground, w.languageTag, w.content from Exclusion e left join e.wordings w"
        + " where e.category.id is not null order by e.id")
    List<Object[]> findOnCategories();

    /** The identifiers of the marked products in whose name the text occurs, in capitals or not. */
    @Query("select e.product.id from Exclusion e where locate(lower(:text), lower(e.product.defaultSku.name)) > 0")
    List<Long> findProductsNamed(@Param("text") String text);
}
