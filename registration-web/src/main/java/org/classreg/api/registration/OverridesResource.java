package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.classreg.registration.StudentOverrides;

/** A student's override by its id. */
@Path("overrides/{id: \\d+}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OverridesResource {

    @Inject
    StudentOverrides overrides;

    @GET
    public StudentOverrideJson get(@PathParam("id") long id) {
        return StudentOverrideJson.of(overrides.get(id));
    }

    @POST
    @Path("expire")
    public StudentOverrideJson expire(@PathParam("id") long id) {
        return StudentOverrideJson.of(overrides.revoke(id));
    }
}
