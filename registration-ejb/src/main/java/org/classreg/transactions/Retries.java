package org.classreg.transactions;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tries a transaction again that lost against another one through no fault of its own. */
public final class Retries {

    /** How often a transaction is tried at the most. */
    public static final int ATTEMPTS = 30;

    /** SQL states: serialization failure, deadlock (PostgreSQL), lock not available, concurrent update and lock timeout (H2). */
    private static final Set<String> LOST = Set.of("40001", "40P01", "55P03", "90131", "HYT00");

    private static final long LONGEST_PAUSE_MILLIS = 20;

    private Retries() {
    }

    /**
     * @param attempt a whole transaction
     * @throws Busy if it lost again and again
     */
    public static <T> T call(Callable<T> attempt) throws Exception {
        for (int tried = 1; tried < ATTEMPTS; tried++) {
            try {
                return attempt.call();
            } catch (RuntimeException e) {
                if (!isLost(e)) {
                    throw e;
                }
                pause(tried);
            }
        }
        return once(attempt);
    }

    /**
     * Tries a transaction that cannot be tried again.
     *
     * @param attempt a whole transaction
     * @throws Busy if it lost
     */
    public static <T> T once(Callable<T> attempt) throws Exception {
        try {
            return attempt.call();
        } catch (RuntimeException e) {
            throw isLost(e) ? new Busy(e) : e;
        }
    }

    /** Whether the database gave a transaction up in favour of another. */
    public static boolean isLost(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof Busy || cause instanceof SQLException e && LOST.contains(e.getSQLState()));
    }

    /** A little at random, and longer each time, so that two that were in each other's way part. */
    private static void pause(int tried) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS * tried));
    }
}
