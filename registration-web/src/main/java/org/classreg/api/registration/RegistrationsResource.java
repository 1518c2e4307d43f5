package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.classreg.registration.Registrations;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Waitlists;

/** A registration by its id. */
@Path("registrations/{id: \\d+}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RegistrationsResource {

    @Inject
    Registrations registrations;

    @Inject
    Waitlists waitlists;

    /** Where to move to: a section of the same program, by code. */
    public record Target(@NotBlank @Size(max = 255) String section) {
    }

    @GET
    public RegistrationJson get(@PathParam("id") long id) {
        return RegistrationJson.of(registrations.get(id));
    }

    @POST
    @Path("expire")
    public RegistrationJson expire(@PathParam("id") long id) {
        return RegistrationJson.of(registrations.expire(id));
    }

    @POST
    @Path("move")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(@PathParam("id") long id, @NotNull @Valid Target target, @Context UriInfo uri) {
        return created(registrations.move(id, target.section()), uri);
    }

    @POST
    @Path("accept")
    public Response accept(@PathParam("id") long id, @Context UriInfo uri) {
        return created(waitlists.accept(id), uri);
    }

    static Response created(StudentRegistration registration, UriInfo uri) {
        var location = uri.getBaseUriBuilder().path("registrations/{id}").build(registration.getId());
        return Response.created(location).entity(RegistrationJson.of(registration)).build();
    }
}
