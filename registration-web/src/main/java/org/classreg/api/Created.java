package org.classreg.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Answers that something was created: 201, with its address and what it is. */
public final class Created {

    private Created() {
    }

    /** @param name by which it goes below the address of the request; a slash in it stays one */
    public static Response below(UriInfo uri, Object name, Object json) {
        var location = uri.getAbsolutePathBuilder().path("{name}").build(new Object[] {name}, false);
        return Response.created(location).entity(json).build();
    }
}
