package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.classreg.registration.Enrollments;

/** Enrolls in a class, whichever section fits. */
@Path("programs/{program}/classes/{class}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ClassRegistrationsResource {

    @Inject
    Enrollments enrollments;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enroll(@PathParam("program") String program, @PathParam("class") String subject, @NotNull @Valid OneStudent body,
            @Context UriInfo uri) {
        return RegistrationsResource.created(enrollments.enrollInClass(program, subject, body.student()), uri);
    }
}
