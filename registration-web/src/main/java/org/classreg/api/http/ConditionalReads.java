package org.classreg.api.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.classreg.errors.InvalidInput;

/**
 * Gives whatever is read as JSON a strong ETag, a hash of its bytes, and answers 304 to a caller that names it in If-None-Match.
 * A read may be kept by its caller alone, who asks each time whether it still holds; all other answers are not to be kept.
 */
@Provider
public class ConditionalReads implements ContainerResponseFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var isRead = READS.contains(request.getMethod()) && isJson(response);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, isRead ? "private, no-cache" : "no-store");
        response.getHeaders().add(HttpHeaders.VARY, "Accept, Authorization, Origin");
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
        var bytes = ETags.bytes(response.getEntity());
        var tag = new EntityTag(ETags.of(bytes));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (isKnown(tag, request)) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        } else {
            response.setEntity(bytes, response.getEntityAnnotations(), response.getMediaType());
        }
    }

    private static boolean isKnown(EntityTag tag, ContainerRequestContext request) {
        try {
            var unmet = request.getRequest().evaluatePreconditions(tag);
            return unmet != null && unmet.build().getStatus() == Status.NOT_MODIFIED.getStatusCode();
        } catch (ProcessingException e) {
            throw new InvalidInput(HttpHeaders.IF_NONE_MATCH, "This is not a list of entity tags.");
        }
    }
}
