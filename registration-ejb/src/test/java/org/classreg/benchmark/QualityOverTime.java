package org.classreg.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.classreg.lottery.engine.Lottery;
import org.classreg.lottery.engine.Progress;

/** Looks at a lottery while it is drawn, and notes when it has come further. */
final class QualityOverTime {

    private static final int MILLIS = 5;
    private static final int MEGABYTE = 1 << 20;

    private final Lottery lottery;
    private final long start = System.nanoTime();
    private final StringBuilder notes = new StringBuilder();
    private final Thread watcher = new Thread(this::watch, "quality over time");
    private volatile boolean ended;
    private Progress last = new Progress(Double.NaN, Double.NaN);

    QualityOverTime(Lottery lottery) {
        this.lottery = lottery;
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        watcher.start();
    }

    /** @return the most heap in use since the start, garbage included, in megabytes: the sum of the peaks of its parts */
    long end() throws InterruptedException {
        ended = true;
        watcher.join();
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
    }

    private void watch() {
        try {
            while (!ended) {
                note();
                TimeUnit.MILLISECONDS.sleep(MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note() {
        var now = lottery.progress();
        if (!now.equals(last) && !Double.isNaN(now.gap())) {
            notes.append(String.format(Locale.ROOT, "%.2f s %.4f (gap %.2f %%); ",
                    (System.nanoTime() - start) / 1e9, now.value(), 100 * now.gap()));
            last = now;
        }
    }

    @Override
    public String toString() {
        return notes.toString();
    }
}
