package org.classreg.lottery.engine;

import java.time.Duration;

/**
 * How to draw.
 *
 * @param seed decides all chance: the same seed, mode and input give the same result
 * @param limit an emergency stop, not a budget: a draw ends by itself, and only one that did not is cut here and says so
 * @param threads from 1; changes the time and nothing else
 */
public record Options(Mode mode, long seed, Duration limit, int threads) {

    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);

    public Options {
        if (threads < 1) {
            throw new IllegalArgumentException("a draw needs at least one thread");
        }
    }

    public Options(Mode mode, long seed) {
        this(mode, seed, DEFAULT_LIMIT, Runtime.getRuntime().availableProcessors());
    }
}
