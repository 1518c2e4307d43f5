package org.classreg.lottery;

import java.time.Duration;
import java.util.OptionalLong;
import org.classreg.errors.InvalidInput;
import org.classreg.lottery.engine.Mode;

/**
 * What a run is to do.
 *
 * @param seed from 0; empty to have one drawn, which stays secret until the run is published or converted
 * @param limit after which the run stops with its best so far, from a second to an hour
 */
public record RunRequest(Mode mode, OptionalLong seed, Duration limit) {

    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofHours(1);

    /** @throws InvalidInput on the fields "seed" and "options.timeLimit" */
    void requireValid() {
        if (seed.isPresent() && seed.getAsLong() < 0) {
            throw new InvalidInput("seed", "A seed is 0 or more.");
        }
        if (limit.compareTo(Duration.ofSeconds(1)) < 0 || limit.compareTo(LONGEST) > 0) {
            throw new InvalidInput("options.timeLimit", "A time limit is from 1 to 3600 seconds.");
        }
    }
}
