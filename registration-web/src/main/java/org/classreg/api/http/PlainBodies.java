package org.classreg.api.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Refuses bodies that come compressed or encoded in another way (RFC 9110, 15.5.16): nobody unpacks them, and they would be misread. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class PlainBodies implements ContainerRequestFilter {

    private static final String IDENTITY = "identity";

    @Override
    public void filter(ContainerRequestContext request) {
        var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (request.hasEntity() && encoding != null && !encoding.strip().equalsIgnoreCase(IDENTITY)) {
            throw new NotSupportedException(Response.status(Status.UNSUPPORTED_MEDIA_TYPE)
                    .header(HttpHeaders.ACCEPT_ENCODING, IDENTITY).build());
        }
    }
}
