package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.classreg.api.Instants;
import org.classreg.api.Paging;
import org.classreg.api.http.IfMatch;
import org.classreg.registration.Preferences;
import org.classreg.registration.RegistrationListings;
import org.classreg.registration.Schedules;
import org.classreg.registration.StudentRegistration;

/** What a student has, had and wishes for in a program. */
@Path("students/{student}/programs/{program}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class StudentResource {

    @Inject
    Schedules schedules;

    @Inject
    Preferences preferences;

    @Inject
    Clock clock;

    @GET
    @Path("schedule")
    public Response schedule(@PathParam("student") String student, @PathParam("program") String program, @QueryParam("at") String at,
            @BeanParam Paging paging) {
        var instant = Instants.read("at", at, clock.instant());
        var found = RegistrationListings.SCHEDULE.of(schedules.schedule(program, student, instant), paging.slice());
        return paging.page(found, RegistrationListings.SCHEDULE, RegistrationJson::of, instant);
    }

    @GET
    @Path("history")
    public Response history(@PathParam("student") String student, @PathParam("program") String program, @QueryParam("type") String type,
            @QueryParam("at") String at, @BeanParam Paging paging) {
        var instant = Instants.read("at", at, null);
        var found = schedules.history(program, student, type, instant, paging.slice());
        return paging.page(found, RegistrationListings.HISTORY, registration -> RegistrationJson.of(registration, instant), null);
    }

    @GET
    @Path("preferences")
    public List<PreferenceJson> preferences(@PathParam("student") String student, @PathParam("program") String program,
            @QueryParam("at") String at) {
        return write(preferences.of(program, student, Instants.read("at", at, clock.instant())));
    }

    @PUT
    @Path("preferences")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<PreferenceJson> rank(@PathParam("student") String student, @PathParam("program") String program, @BeanParam IfMatch ifMatch,
            @NotNull @Size(max = 1_000) List<@NotNull @Valid PreferenceJson> wanted) {
        return write(preferences.rank(program, student, wanted.stream().map(PreferenceJson::toPreference).toList(),
                ifMatch.seen(StudentResource::write)));
    }

    /** As a whole and not in pages, as it is replaced as a whole. */
    private static List<PreferenceJson> write(List<StudentRegistration> preferences) {
        return preferences.stream().map(PreferenceJson::of).toList();
    }
}
