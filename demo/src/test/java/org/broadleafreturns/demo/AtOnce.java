package org.broadleafreturns.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people who do something at the same time. */
final class AtOnce {

    private AtOnce() {
    }

    /**
     * Does all of it, each in a thread of its own.
     *
     * @return what came of it, in the order of the work
     * @throws ExecutionException if one of them failed
     */
    static <T> List<T> run(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : people.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } finally {
            people.shutdownNow();
        }
    }
}
