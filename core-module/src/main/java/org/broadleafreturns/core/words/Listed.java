package org.broadleafreturns.core.words;

/** A record that merchants keep in a list, in an order of their own, and can switch off. */
public interface Listed extends Worded {

    /** Lists show their records in ascending order of it. */
    int getSortOrder();

    /** Whether it can be chosen. */
    boolean isActive();
}
