package org.classreg.api.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.classreg.idempotency.Answer;
import org.classreg.idempotency.KeptAnswers;
import org.classreg.idempotency.RequestKey;
import org.classreg.security.Caller;

/** Answers a POST with a key that was done already as it was answered then; any other goes on to {@link IdempotentPosts}. */
@Provider
@ApplicationScoped
@Priority(Priorities.USER + 1)
public class IdempotencyKeys implements ContainerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    @Inject
    Caller caller;

    @Inject
    KeptAnswers answers;

    @Inject
    KeyedPost present;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var text = request.getHeaderString(KEY);
        if (text == null || !HttpMethod.POST.equals(request.getMethod())) {
            return;
        }
        var key = new RequestKey(caller.name(), text);
        var body = HashedBody.read(target(request.getUriInfo()), request.getEntityStream()).orElseThrow(
                () -> new ClientErrorException("A body with an " + KEY + " has at most 64 MiB.", Status.REQUEST_ENTITY_TOO_LARGE));
        var base = request.getUriInfo().getBaseUri();
        request.setEntityStream(body.stream());
        answers.find(key).ifPresentOrElse(kept -> request.abortWith(again(kept.to(body.fingerprint()), base)),
                () -> present.is(new KeyedPost.Content(key, body.fingerprint(), base)));
    }

    /** Without the host, which differs from node to node. */
    private static String target(UriInfo uri) {
        return uri.getRequestUri().getRawPath() + "?" + uri.getRequestUri().getRawQuery();
    }

    private static Response again(Answer answer, URI base) {
        var response = Response.status(answer.status()).header(REPLAYED, true);
        if (answer.location() != null) {
            response.location(base.resolve(answer.location()));
        }
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return response.build();
    }
}
