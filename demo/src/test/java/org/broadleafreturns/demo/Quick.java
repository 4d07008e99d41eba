package org.broadleafreturns.demo;

import org.junit.jupiter.api.Assumptions;

/** A run of {@code bin/test --quick}: on H2 alone, without a browser and without what is tagged as long. */
final class Quick {

    private Quick() {
    }

    /** Leaves a test out of such a run, seen as skipped. */
    static void leavesOut(String what) {
        Assumptions.assumeFalse(Boolean.getBoolean("rtn.quick"), "A quick run does without " + what);
    }
}
