package org.broadleafreturns.admin.exclusion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadleafreturns.core.exclusion.MarkedProducts;
import org.springframework.web.util.UriUtils;

/**
 * What the list asks of the column of products. The platform compares a column that refers to something by identifiers; in
 * its boxes for the search and for filters a merchant types a name.
 */
class ProductCriterion {

    private static final Pattern IDENTIFIERS = Pattern.compile("-?\\d{1,18}(\\|-?\\d{1,18})*\\|?");
    /** The platform's words for no product at all. */
    private static final List<String> NONE = List.of("null", "''");
    /** Of no product. Hibernate 4.1 cannot read the smallest number of all, whose sign it reads apart. */
    static final String NOTHING = Long.toString(-Long.MAX_VALUE);

    private final MarkedProducts products;

    ProductCriterion(MarkedProducts products) {
        this.products = products;
    }

    private static boolean isName(String asked) {
        return !NONE.contains(asked) && !IDENTIFIERS.matcher(asked).matches();
    }

    /** The identifiers to compare with: those that are asked for, or of the products that are called like that. */
    String identifiers(String asked) {
        if (!isName(asked)) {
            return asked;
        }
        String found = products.named(decoded(asked).strip()).stream().map(String::valueOf).collect(Collectors.joining("|"));
        return found.isEmpty() ? NOTHING : found;
    }

    /** Broadleaf 7.0's search encodes what was typed once more than a browser does. */
    private static String decoded(String asked) {
        try {
            return UriUtils.decode(asked, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return asked;
        }
    }
}
