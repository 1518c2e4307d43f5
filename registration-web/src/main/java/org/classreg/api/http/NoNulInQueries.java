package org.classreg.api.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.classreg.errors.InvalidInput;

/** Refuses the character U+0000 in parameters: PostgreSQL has no text with it, and would fail when it is asked for one. */
@Provider
public class NoNulInQueries implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new InvalidInput(name, "The character U+0000 is in no text.");
            }
        });
    }
}
