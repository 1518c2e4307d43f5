package org.classreg.api.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.OptionalLong;
import org.classreg.catalog.Catalog;
import org.classreg.security.Caller;

/**
 * The changes of a program's seats, as they happen. (The events of JAX-RS would have a thread wait for each slow client; so the
 * connection is written to by {@link Subscriber}.)
 */
@Path("programs/{program}/events")
@ApplicationScoped
public class EventsResource {

    private static final int RETRY_SECONDS = 60;

    @Inject
    Catalog catalog;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    SeatStreams streams;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@PathParam("program") String code, @HeaderParam("Last-Event-ID") String last, @Suspended AsyncResponse answer,
            @Context HttpServletRequest request, @Context HttpServletResponse response) throws IOException {
        var program = catalog.getProgram(code);
        if (HttpMethod.HEAD.equals(request.getMethod())) {
            answer.resume(Response.ok().type(MediaType.SERVER_SENT_EVENTS_TYPE).build());
            return;
        }
        reserve();
        try {
            var subscriber = new Subscriber(caller.name(), position(last), request.getAsyncContext(), clock.instant());
            describe(response);
            subscriber.open();
            streams.add(program.getCode(), program.zone(), subscriber);
        } catch (IOException | RuntimeException e) {
            streams.release(caller.name());
            throw e;
        }
    }

    private void reserve() {
        var refusal = streams.reserve(caller.name());
        if (refusal != null) {
            throw refusal == SeatStreams.Refusal.TOO_MANY ? tooMany(503, "This server has as many event streams as it takes. Try another, or later.")
                    : tooMany(429, "You have as many event streams as a caller may have. End one first.");
        }
    }

    private static WebApplicationException tooMany(int status, String words) {
        return new WebApplicationException(words, Response.status(status).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build());
    }

    /** What is no number is no event that was ever sent. */
    private static OptionalLong position(String last) {
        return last != null && last.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(last)) : OptionalLong.empty();
    }

    private static void describe(HttpServletResponse response) {
        response.setContentType(MediaType.SERVER_SENT_EVENTS);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        // The buffers of nginx would keep events back.
        response.setHeader("X-Accel-Buffering", "no");
    }
}
