package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.classreg.api.Paging;
import org.classreg.registration.StudentOverrides;

/** Which rules do not hold for a student, for some time. */
@Path("students/{student}/programs/{program}/overrides")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class StudentOverridesResource {

    @Inject
    StudentOverrides overrides;

    @GET
    public Response overrides(@PathParam("student") String student, @PathParam("program") String program, @BeanParam Paging paging) {
        return paging.cut(overrides.of(program, student), StudentOverrideJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response grant(@PathParam("student") String student, @PathParam("program") String program, @NotNull @Valid GrantJson grant) {
        var override = overrides.grant(program, student, grant.toGrant());
        return Response.status(Status.CREATED).entity(StudentOverrideJson.of(override)).build();
    }
}
