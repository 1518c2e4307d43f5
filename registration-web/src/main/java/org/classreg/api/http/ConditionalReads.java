package org.classreg.api.http;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import org.classreg.api.StrictJson;

/**
 * Gives whatever is read as JSON a strong ETag, a hash of its bytes, and answers 304 to a caller that names it in If-None-Match.
 * A read may be kept by its caller alone, who asks each time whether it still holds; all other answers are not to be kept.
 */
@Provider
public class ConditionalReads implements ContainerResponseFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Jsonb json = new StrictJson().getContext(Object.class);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var isRead = READS.contains(request.getMethod()) && isJson(response);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, isRead ? "private, no-cache" : "no-store");
        response.getHeaders().add(HttpHeaders.VARY, "Accept, Authorization");
        if (isRead) {
            tag(request, response);
        }
    }

    private static boolean isJson(ContainerResponseContext response) {
        return response.getStatus() == Status.OK.getStatusCode() && response.hasEntity()
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
    }

    /** The bytes that were hashed are the bytes that are sent. */
    private void tag(ContainerRequestContext request, ContainerResponseContext response) {
        var bytes = json.toJson(response.getEntity()).getBytes(StandardCharsets.UTF_8);
        var tag = of(bytes);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        var unmet = request.getRequest().evaluatePreconditions(tag);
        if (unmet != null && unmet.build().getStatus() == Status.NOT_MODIFIED.getStatusCode()) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        } else {
            response.setEntity(bytes, response.getEntityAnnotations(), response.getMediaType());
        }
    }

    static EntityTag of(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
