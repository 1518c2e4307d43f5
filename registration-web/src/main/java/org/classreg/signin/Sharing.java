package org.classreg.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets pages of the origins in REGISTRATION_CORS_ORIGINS use the API from a browser (CORS, by the Fetch standard). They send the
 * Authorization header themselves; no cookie and no other credential of the browser counts, so that Allow-Credentials is never said.
 */
@ApplicationScoped
class Sharing {

    private static final String VARIABLE = "REGISTRATION_CORS_ORIGINS";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer";
    private static final String ANSWER_HEADERS = "Allow, Content-Disposition, ETag, Idempotency-Replayed, Link, Location, Preference-Applied,"
            + " RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate";

    /** In seconds; browsers ask again after. */
    private static final String PREFLIGHT_HOLDS = "600";

    private Origins origins;

    /** Reads the origins at the start, when somebody looks at what is wrong with them. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        origins = Origins.parse(VARIABLE, Setting.text(VARIABLE).orElse(""));
    }

    /** Says who may read the answer. */
    void mark(HttpServletRequest request, HttpServletResponse response) {
        if (!origins.isEmpty()) {
            response.addHeader("Vary", "Origin");
        }
        if (origins.has(request.getHeader("Origin"))) {
            response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
            response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
        }
    }

    /** Whether it is a browser's question before the request itself, which has no credentials; if so, it is answered. */
    boolean answers(HttpServletRequest request, HttpServletResponse response) {
        var isPreflight = "OPTIONS".equals(request.getMethod()) && request.getHeader("Access-Control-Request-Method") != null;
        if (isPreflight && origins.has(request.getHeader("Origin"))) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
            response.setHeader("Access-Control-Max-Age", PREFLIGHT_HOLDS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return true;
        }
        return false;
    }
}
