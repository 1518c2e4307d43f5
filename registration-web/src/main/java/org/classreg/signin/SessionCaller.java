package org.classreg.signin;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** Who signed in to a session of the console, and when. Everybody signs in anew after twelve hours. */
record SessionCaller(String username, Instant since) implements Serializable {

    private static final Duration LONGEST = Duration.ofHours(12);

    boolean isOver(Instant now) {
        return !now.isBefore(since.plus(LONGEST));
    }
}
