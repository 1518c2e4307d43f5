package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.time.Clock;
import org.classreg.api.Instants;
import org.classreg.api.Paging;
import org.classreg.api.Texts;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.Enrollments;
import org.classreg.registration.RegistrationListings;
import org.classreg.registration.Registrations;
import org.classreg.registration.Rosters;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Waitlists;

/** Who is in a section, and who may join. */
@Path("programs/{program}/sections/{section}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SectionRegistrationsResource {

    @Inject
    Registrations registrations;

    @Inject
    Enrollments enrollments;

    @Inject
    Rosters rosters;

    @Inject
    Waitlists waitlists;

    @Inject
    Clock clock;

    @GET
    @Path("roster")
    public Response roster(@PathParam("program") String program, @PathParam("section") String section,
            @QueryParam("type") @DefaultValue("Enrolled") String type, @QueryParam("student") String student, @QueryParam("at") String at,
            @BeanParam Paging paging) {
        var instant = Instants.read("at", at, clock.instant());
        var found = rosters.roster(new SectionId(program, section), type, Texts.read("student", student, 100), instant, paging.slice());
        return paging.page(found, RegistrationListings.ROSTER, RegistrationJson::of, instant);
    }

    @GET
    @Path("waitlist")
    public Response waitlist(@PathParam("program") String program, @PathParam("section") String section,
            @QueryParam("student") String student, @QueryParam("at") String at, @BeanParam Paging paging) {
        var instant = Instants.read("at", at, clock.instant());
        return paging.page(waitlists.line(new SectionId(program, section), Texts.read("student", student, 100), instant, paging.slice()),
                RegistrationListings.LINE, RegistrationJson::of, instant);
    }

    @GET
    @Path("eligibility")
    public Eligibility eligibility(@PathParam("program") String program, @PathParam("section") String section,
            @QueryParam("student") String student, @QueryParam("at") String at) {
        if (student == null) {
            throw new InvalidInput("student", "The username of a student is needed.");
        }
        return Eligibility.of(registrations.eligibility(new SectionId(program, section), Texts.read("student", student, 100),
                Instants.read("at", at, clock.instant())));
    }

    @POST
    @Path("registrations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(@PathParam("program") String program, @PathParam("section") String section,
            @NotNull @Valid NewRegistration wanted, @Context UriInfo uri) {
        return RegistrationsResource.created(register(new SectionId(program, section), wanted), uri);
    }

    private StudentRegistration register(SectionId id, NewRegistration wanted) {
        if (wanted.isSwap()) {
            return enrollments.swapInto(id, wanted.student());
        }
        return wanted.override() == null
                ? registrations.register(id, wanted.student(), wanted.typeOrEnrolled())
                : registrations.registerAnyway(id, wanted.student(), wanted.typeOrEnrolled(), wanted.override().toOverride());
    }
}
