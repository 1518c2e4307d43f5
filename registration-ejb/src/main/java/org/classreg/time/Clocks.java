package org.classreg.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one place where the domain gets its time from. Tests replace it. */
@ApplicationScoped
public class Clocks {

    /** Microseconds, the precision both databases keep: an instant read back equals the one written. */
    private static final Duration PRECISION = Duration.ofNanos(1_000);

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), PRECISION);
    }
}
