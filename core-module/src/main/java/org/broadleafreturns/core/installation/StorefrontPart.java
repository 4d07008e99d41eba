package org.broadleafreturns.core.installation;

import java.util.Locale;

/** What the storefront notes once it has been there. */
public enum StorefrontPart {
    /** The storefront with the module in it. */
    INSTALLED,
    /** The entry in the account's menu. */
    MENU_ITEM,
    /** The link on an order. */
    ORDER_LINK;

    /** The name of the note. */
    public String note() {
        return "storefront/" + name().toLowerCase(Locale.ROOT);
    }
}
