package org.broadleafreturns.core.schema;

/** What Hibernate 6 makes of a sequence's value: the last identifier of the next block. */
final class IdentifierBlocks {

    private IdentifierBlocks() {
    }

    /** The smallest value whose next block begins after an identifier. */
    static long after(long identifier, int size) {
        return identifier + size;
    }
}
