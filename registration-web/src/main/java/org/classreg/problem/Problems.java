package org.classreg.problem;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers with a problem, from a resource or from outside of one. */
public final class Problems {

    private static final int BUSY = 503;
    private static final int RETRY_SECONDS = 1;

    private static final Jsonb JSON = JsonbBuilder.create();

    private Problems() {
    }

    static Response response(Problem problem) {
        var response = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(JSON.toJson(problem));
        if (problem.status() == BUSY) {
            response.header("Retry-After", RETRY_SECONDS);
        }
        return response.build();
    }

    /** Writes the problem as the whole answer, and after how many seconds to try again. */
    public static void write(HttpServletResponse response, Problem problem, long retryAfter) {
        response.setHeader("Retry-After", Long.toString(retryAfter));
        write(response, problem);
    }

    /** Writes the problem as the whole answer. */
    public static void write(HttpServletResponse response, Problem problem) {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getWriter().write(JSON.toJson(problem));
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
