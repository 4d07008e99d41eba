package org.broadleafreturns.site;

/** The parts of our pages whose classes a shop can replace by those of its own theme. */
enum ThemePart {

    CARD("card", ""),
    TITLE("title", "rtn-title"),
    SUBTITLE("subtitle", "rtn-subtitle"),
    TABLE("table", "rtn-table"),
    FIELD_GROUP("field-group", ""),
    FIELD("field", "rtn-input"),
    BUTTON("button", "rtn-button rtn-button-primary"),
    BUTTON_PLAIN("button-plain", "rtn-button"),
    BUTTON_DANGER("button-danger", "rtn-button rtn-button-danger"),
    MENU_ACTIVE("menu-active", "active");

    private final String propertyName;
    private final String ownClasses;

    ThemePart(String propertyName, String ownClasses) {
        this.propertyName = propertyName;
        this.ownClasses = ownClasses;
    }

    /** What the part is called in templates, and behind {@code returns.site.classes.} in properties. */
    String propertyName() {
        return propertyName;
    }

    /** The classes that our own style sheet knows, for shops that name none. */
    String ownClasses() {
        return ownClasses;
    }
}
