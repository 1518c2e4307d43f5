package org.classreg.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A bucket of tokens for each of many callers, which fills again evenly in a minute; a request takes a token. Of so many callers that there
 * is no place for all, those are forgotten, and have a full bucket again, who have not asked for the longest time.
 */
final class Buckets {

    static final int WINDOW_SECONDS = 60;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** How long it takes until a bucket has one token more, in nanoseconds. */
    private final long tokenTime;

    /** How long it takes until an empty bucket is full, in nanoseconds. */
    private final long fillTime;

    /** When each caller's bucket will be full, by the clock of the requests. */
    private final Map<String, Long> fullAt;

    /**
     * @param perMinute how many tokens a bucket holds, from 1
     * @param mostCallers how many are remembered, from 1
     */
    Buckets(int perMinute, int mostCallers) {
        tokenTime = Math.max(1, WINDOW_SECONDS * SECOND / perMinute);
        fillTime = tokenTime * perMinute;
        fullAt = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > mostCallers;
            }
        };
    }

    /**
     * What came of a request.
     *
     * @param granted whether there was a token
     * @param remaining how many tokens are left
     * @param seconds until the bucket is full, or, when it is empty, until there is a token again; from 0
     */
    record Taken(boolean granted, long remaining, long seconds) {
    }

    /** @param now in nanoseconds of a clock that only goes forward */
    synchronized Taken take(String caller, long now) {
        var missing = Math.max(0, fullAt.getOrDefault(caller, now) - now);
        var granted = missing + tokenTime <= fillTime;
        if (granted) {
            missing += tokenTime;
            fullAt.put(caller, now + missing);
        }
        var remaining = (fillTime - missing) / tokenTime;
        var wait = remaining > 0 ? missing : missing + tokenTime - fillTime;
        return new Taken(granted, remaining, (wait + SECOND - 1) / SECOND);
    }

    synchronized int size() {
        return fullAt.size();
    }
}
