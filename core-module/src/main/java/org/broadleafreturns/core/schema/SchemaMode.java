package org.broadleafreturns.core.schema;

import java.util.Locale;

/** Who makes the tables. */
enum SchemaMode {
    /**
     * The module, at every start: before the persistence unit; or after it where Hibernate makes the platform's tables at this
     * start, in place of those that it has made for the module.
     */
    YES,
    /** The shop, which includes the change logs in its own or runs them by hand. */
    NO;

    /** @throws IllegalArgumentException if the value of {@code returns.schema.migrate} is none of those there are */
    static SchemaMode of(String property) {
        return switch (property.strip().toLowerCase(Locale.ROOT)) {
            // "anew" was a way of its own once.
            case "yes", "true", "anew" -> YES;
            case "no", "false" -> NO;
            default -> throw new IllegalArgumentException("returns.schema.migrate is yes or no, not " + property);
        };
    }
}
