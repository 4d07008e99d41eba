package org.broadleafreturns.core.schema;

/** What Hibernate 4 makes of a sequence's value, as the platform sets it up: the one after the last identifier of the next block. */
final class IdentifierBlocks {

    private IdentifierBlocks() {
    }

    /** The smallest value whose next block begins after an identifier. */
    static long after(long identifier, int size) {
        return size == 1 ? identifier + 1 : identifier + size + 1;
    }
}
