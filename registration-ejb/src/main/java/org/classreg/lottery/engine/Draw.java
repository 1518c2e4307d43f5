package org.classreg.lottery.engine;

import java.util.Arrays;

/** The means of one draw: the market, the threads with a scheduler each, and the say from outside. */
final class Draw implements AutoCloseable {

    /** What is done for one item of many. */
    @FunctionalInterface
    interface Visit {

        void visit(int item, Scheduler scheduler);
    }

    private static final int CHUNK = 16;
    /** Fewer items are done sooner than another thread wakes up. */
    private static final int WORTH_SHARING = 3 * CHUNK;

    final Market market;
    final Control control;
    /** For work in one thread. */
    final Scheduler scheduler;
    private final Workers workers;
    private final Scheduler[] schedulers;

    Draw(Market market, int threads, Control control) {
        this.market = market;
        this.control = control;
        workers = new Workers(threads);
        schedulers = new Scheduler[threads];
        Arrays.setAll(schedulers, worker -> new Scheduler(market));
        scheduler = schedulers[0];
    }

    /** Visits the items from one number to before another, in any order and by any thread; each takes some microseconds. */
    void each(int from, int to, Visit visit) {
        each(from, to, to - from < WORTH_SHARING ? WORTH_SHARING : CHUNK, visit);
    }

    /** Visits the items from 0 to below a number, each of which takes long. */
    void eachLong(int items, Visit visit) {
        each(0, items, 1, visit);
    }

    private void each(int from, int to, int chunkSize, Visit visit) {
        workers.run((to - from + chunkSize - 1) / chunkSize, (chunk, worker) -> {
            var end = Math.min(to, from + (chunk + 1) * chunkSize);
            for (var item = from + chunk * chunkSize; item < end; item++) {
                visit.visit(item, schedulers[worker]);
            }
        });
    }

    @Override
    public void close() {
        workers.close();
    }
}
