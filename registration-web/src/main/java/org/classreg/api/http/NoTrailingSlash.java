package org.classreg.api.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Each thing has one address: JAX-RS would take most of them with a slash at the end too, but not those whose names may have slashes. */
@Provider
@PreMatching
public class NoTrailingSlash implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().endsWith("/")) {
            throw new NotFoundException();
        }
    }
}
