package org.classreg.lottery.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share the chunks of a piece of work. Which thread does which chunk is chance: results belong to chunks. */
final class Workers implements AutoCloseable {

    /** One chunk of work. */
    @FunctionalInterface
    interface Work {

        /** @param worker from 0 to below the number of workers; a worker does one chunk at a time */
        void run(int chunk, int worker);
    }

    private final int threads;
    private final ExecutorService executor;

    Workers(int threads) {
        this.threads = threads;
        executor = Executors.newFixedThreadPool(Math.max(1, threads - 1), Workers::daemon);
    }

    void run(int chunks, Work work) {
        var next = new AtomicInteger();
        var others = new CompletableFuture<?>[Math.max(1, Math.min(threads, chunks)) - 1];
        for (var k = 0; k < others.length; k++) {
            var worker = k + 1;
            others[k] = CompletableFuture.runAsync(() -> drain(next, chunks, work, worker), executor);
        }
        drain(next, chunks, work, 0);
        CompletableFuture.allOf(others).join();
    }

    private static void drain(AtomicInteger next, int chunks, Work work, int worker) {
        for (var chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
            work.run(chunk, worker);
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "lottery");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
