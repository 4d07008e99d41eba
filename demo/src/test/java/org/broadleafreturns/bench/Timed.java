package org.broadleafreturns.bench;

/** Something that is measured once a round. */
@FunctionalInterface
interface Timed {

    /** @return what was measured, in the unit of its {@link Comparison} */
    double measure() throws Exception;

    /** The time that some work takes, in milliseconds. */
    static Timed millis(Work work) {
        return () -> {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1e6;
        };
    }

    /** Work of any kind. */
    @FunctionalInterface
    interface Work {

        void run() throws Exception;
    }
}
