package org.classreg.lottery.engine;

import java.time.Duration;

/** What the outside may see and do while a lottery is drawn. */
final class Control {

    private final long start = System.nanoTime();
    private final long limit;
    private volatile boolean stopRequested;
    private volatile boolean stopped;
    private volatile boolean cut;
    private volatile Progress progress = new Progress(Double.NaN, Double.NaN);

    Control(Duration limit) {
        this.limit = limit.toNanos();
    }

    void requestStop() {
        stopRequested = true;
    }

    /** Whether to come to an end now. Once true, it stays so. */
    boolean stop() {
        if (stopRequested || System.nanoTime() - start > limit) {
            stopped = true;
        }
        return stopped;
    }

    /** Whether to leave a step that may take a share of the time limit, so that the next ones come to their turn. */
    boolean stop(double share) {
        var late = System.nanoTime() - start > share * limit;
        cut |= late;
        return stop() || late;
    }

    /** Whether the result is less than it would have been without stop and time limit. */
    boolean stopped() {
        return stopped || cut;
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    Progress progress() {
        return progress;
    }

    void value(double value) {
        progress = new Progress(value, progress.bound());
    }

    void bound(double bound) {
        progress = new Progress(progress.value(), bound);
    }
}
