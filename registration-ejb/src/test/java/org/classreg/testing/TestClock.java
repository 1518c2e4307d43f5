package org.classreg.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it, or lets it run. */
public final class TestClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private volatile boolean running;

    /** Moves on and returns the new instant. */
    public Instant advance(Duration step) {
        return now.updateAndGet(instant -> instant.plus(step));
    }

    /** Moves on by a minute and returns the new instant. */
    public Instant tick() {
        return advance(Duration.ofMinutes(1));
    }

    /** From now on, no two who look at it see the same microsecond. */
    public void run() {
        running = true;
    }

    @Override
    public Instant instant() {
        return running ? advance(Duration.ofNanos(1_000)) : now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
