package org.classreg.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.classreg.problem.Problem;
import org.classreg.problem.Problems;

/**
 * How much one caller may ask of the API of this node: REGISTRATION_RATE_LIMIT requests a minute, 0 for no limit. Whoever is signed in is
 * counted by the username, anybody else by the address. Answers tell it by draft-ietf-httpapi-ratelimit-headers-11.
 */
@ApplicationScoped
class RateLimit {

    private static final int DEFAULT = 6_000;

    /** What one bucket takes in memory is some 150 bytes. */
    private static final int MOST_CALLERS = 50_000;

    private int perMinute;
    private Buckets users;
    private Buckets addresses;

    /** Reads the limit at the start, when somebody looks at what is wrong with it. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        perMinute = Setting.number("REGISTRATION_RATE_LIMIT", DEFAULT, Integer.MAX_VALUE);
        users = new Buckets(Math.max(1, perMinute), MOST_CALLERS);
        addresses = new Buckets(Math.max(1, perMinute), MOST_CALLERS);
    }

    /** Whether a request of who has signed in is done; if not, it has been answered. */
    boolean admits(String username, HttpServletResponse response) {
        return perMinute == 0 || admits(users.take(username, System.nanoTime()), response);
    }

    /** Whether a request of somebody unknown is regarded; if not, it has been answered. */
    boolean admitsUnknown(HttpServletRequest request, HttpServletResponse response) {
        return perMinute == 0 || admits(addresses.take(Clients.address(request), System.nanoTime()), response);
    }

    private boolean admits(Buckets.Taken taken, HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", "\"default\";q=" + perMinute + ";w=" + Buckets.WINDOW_SECONDS);
        response.setHeader("RateLimit", "\"default\";r=" + taken.remaining() + ";t=" + taken.seconds());
        if (!taken.granted()) {
            var detail = "More than " + perMinute + " requests in a minute. Try again in " + taken.seconds() + " seconds.";
            Problems.write(response, Problem.of(429, detail), taken.seconds());
        }
        return taken.granted();
    }
}
