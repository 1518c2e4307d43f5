package org.classreg.console;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Work that goes on while a page waits for it. */
public final class Work<T> {

    private final Future<T> future;

    Work(Future<T> future) {
        this.future = future;
    }

    public boolean isDone() {
        return future.isDone();
    }

    /**
     * What came of it.
     *
     * @throws WorkFailed with what the work threw as its cause
     */
    public T result() {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new WorkFailed(e.getCause());
        } catch (CancellationException e) {
            throw new WorkFailed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkFailed(e);
        }
    }

    /** Carries what work in the background threw to the page that waits. */
    public static final class WorkFailed extends RuntimeException {

        WorkFailed(Throwable cause) {
            super(cause);
        }
    }
}
