package org.classreg.signin;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.classreg.problem.BodyRefused;

/**
 * A body that fails with 408 when it comes too slowly: less than 1 KiB for each second. After one second it is one of the slow ones, of which the
 * server bears 50 at a time; after ten it is cut off in any case.
 */
final class PacedStream extends ServletInputStream {

    static final int MOST_SLOW = 50;
    static final int SECONDS = 10;
    private static final int BYTES_A_SECOND = 1 << 10;

    private final ServletInputStream body;
    private final AtomicInteger slow;
    private final long start = System.nanoTime();
    private long bytes;
    private boolean isSlow;

    /** @param slow how many of all bodies are slow ones */
    PacedStream(ServletInputStream body, AtomicInteger slow) {
        this.body = body;
        this.slow = slow;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = readOrFail(buffer, offset, length);
        bytes += Math.max(0, read);
        if (read >= 0) {
            judge(System.nanoTime() - start);
        }
        return read;
    }

    /** The server gives up after some time without any byte. */
    private int readOrFail(byte[] buffer, int offset, int length) throws IOException {
        try {
            return body.read(buffer, offset, length);
        } catch (IOException e) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(1)) {
                throw tooSlow();
            }
            throw e;
        }
    }

    private void judge(long nanos) {
        if (nanos < TimeUnit.SECONDS.toNanos(1) || bytes * TimeUnit.SECONDS.toNanos(1) >= nanos * BYTES_A_SECOND) {
            return;
        }
        if (!isSlow) {
            isSlow = true;
            if (slow.incrementAndGet() > MOST_SLOW) {
                throw tooSlow();
            }
        }
        if (nanos > TimeUnit.SECONDS.toNanos(SECONDS)) {
            throw tooSlow();
        }
    }

    private static BodyRefused tooSlow() {
        return new BodyRefused(408, "The body came too slowly.");
    }

    /** That the request is done with; what is left of the body is the server's. */
    @Override
    public void close() {
        if (isSlow) {
            isSlow = false;
            slow.decrementAndGet();
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
