package org.broadleafreturns.site;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** How our pages fit into the theme of a shop that we do not know: its classes, its layout, its page of an order. */
class Theme {

    private static final String PREFIX = "returns.site.";
    private static final String NUMBER = "{number}";
    private static final Pattern UNFIT_FOR_PATH = Pattern.compile("[/\\\\%;\\p{Cntrl}]|^\\.{0,2}$");

    private final Map<String, String> classes = new LinkedHashMap<>();
    private final String chosenLayout;
    private final String orderUrl;
    private final boolean inPath;

    /** @param properties the value of a property, or its default */
    Theme(BinaryOperator<String> properties) {
        for (ThemePart part : ThemePart.values()) {
            classes.put(part.propertyName(), properties.apply(PREFIX + "classes." + part.propertyName(), part.ownClasses()).strip());
        }
        chosenLayout = properties.apply(PREFIX + "layout", "").strip();
        orderUrl = properties.apply(PREFIX + "order-url", "/account/orders/" + NUMBER).strip();
        inPath = orderUrl.replaceFirst("[?#].*", "").contains(NUMBER);
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

    /**
     * Where an order is shown, within the application or elsewhere; null if nowhere. Web servers and Spring Security refuse a
     * path with some characters however they are written, so an order of such a number has no page there.
     */
    String orderAddress(String orderNumber) {
        return orderUrl.isEmpty() || inPath && UNFIT_FOR_PATH.matcher(orderNumber).find() ? null
            : orderUrl.replace(NUMBER, UriUtils.encode(orderNumber, StandardCharsets.UTF_8));
    }
}
