package org.classreg.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many wrong passwords of the last hour are borne, and how long the next attempt then has to wait: 15 seconds, twice as long after
 * each further one, 15 minutes at most. An address may stand for a whole school, so more is borne of it; ASVS 4.0.3 asks for no more than 100
 * an hour on one account (2.2.1).
 */
enum Patience {
    WITH_ACCOUNT(5), WITH_ADDRESS(100);

    static final Duration MEMORY = Duration.ofHours(1);

    private static final Duration SHORTEST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 6;

    private final int borne;

    Patience(int borne) {
        this.borne = borne;
    }

    /**
     * How long to wait from now on.
     *
     * @param failures the instants of the wrong passwords, the latest first
     * @return zero when nothing is to wait for
     */
    Duration left(List<Instant> failures, Instant now) {
        if (failures.size() < borne) {
            return Duration.ZERO;
        }
        var doubled = SHORTEST.multipliedBy(1L << Math.min(failures.size() - borne, MOST_DOUBLINGS));
        var wait = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        var end = failures.get(0).plus(wait);
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }
}
