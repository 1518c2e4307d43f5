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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.classreg.api.Instants;
import org.classreg.api.Paging;
import org.classreg.registration.StudentOverride;
import org.classreg.registration.StudentOverrides;

/** Which rules do not hold for a student, for some time. */
@Path("students/{student}/programs/{program}/overrides")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class StudentOverridesResource {

    @Inject
    StudentOverrides overrides;

    @GET
    public Response overrides(@PathParam("student") String student, @PathParam("program") String program, @QueryParam("at") String at,
            @BeanParam Paging paging) {
        var instant = Instants.read("at", at, null);
        var found = overrides.of(program, student).stream().filter(override -> instant == null || override.isValidAt(instant)).toList();
        return paging.cut(found, StudentOverride.LISTING, StudentOverrideJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response grant(@PathParam("student") String student, @PathParam("program") String program, @NotNull @Valid GrantJson grant,
            @Context UriInfo uri) {
        var override = overrides.grant(program, student, grant.toGrant());
        var location = uri.getBaseUriBuilder().path("overrides/{id}").build(override.getId());
        return Response.created(location).entity(StudentOverrideJson.of(override)).build();
    }
}
