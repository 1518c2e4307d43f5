package org.classreg.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.classreg.transactions.Busy;

/** Lets only as many imports be in memory at a time on this node as its heap has room for: one for each 400 MB, and one at least. */
@ApplicationScoped
public class ImportTurns {

    private static final long HEAP_OF_ONE = 400L << 20;

    private final Semaphore turns = new Semaphore((int) Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_OF_ONE), true);

    /**
     * Does the work when its turn has come.
     *
     * @param patience how long to wait for it
     * @throws Busy if it has not come by then
     */
    public <T> T take(Duration patience, Callable<T> work) throws Exception {
        if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Busy();
        }
        try {
            return work.call();
        } finally {
            turns.release();
        }
    }
}
