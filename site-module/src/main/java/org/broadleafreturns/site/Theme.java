package org.broadleafreturns.site;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.springframework.web.util.UriUtils;

/** How our pages fit into the theme of a shop that we do not know: its classes, its layout, its page of an order. */
class Theme {

    private static final String PREFIX = "returns.site.";
    private static final String NUMBER = "{number}";

    private final Map<String, String> classes = new LinkedHashMap<>();
    private final String chosenLayout;
    private final String orderUrl;

    /** @param properties the value of a property, or its default */
    Theme(BinaryOperator<String> properties) {
        for (ThemePart part : ThemePart.values()) {
            classes.put(part.propertyName(), properties.apply(PREFIX + "classes." + part.propertyName(), part.ownClasses()).strip());
        }
        chosenLayout = properties.apply(PREFIX + "layout", "").strip();
        orderUrl = properties.apply(PREFIX + "order-url", "/account/orders/" + NUMBER).strip();
    }

    /** @throws IllegalArgumentException if our pages have no such part */
    String classes(String part) {
        String found = classes.get(part);
        if (found == null) {
            throw new IllegalArgumentException("No part of a page: " + part);
        }
        return found;
    }

    String layout() {
        return chosenLayout().orElse("layout/accountLayout");
    }

    /** The layout, if the shop has named one. */
    Optional<String> chosenLayout() {
        return Optional.of(chosenLayout).filter(name -> !name.isEmpty());
    }

    /** Where an order is shown, within the application or elsewhere; null if nowhere. */
    String orderAddress(String orderNumber) {
        return orderUrl.isEmpty() ? null : orderUrl.replace(NUMBER, encoded(orderNumber));
    }

    /** The request form of an order, within the application. */
    static String formAddress(String orderNumber) {
        return "/account/orders/" + encoded(orderNumber) + "/return";
    }

    /** Fit for a path, a query and a fragment alike. */
    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
