package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.classreg.api.Texts;
import org.classreg.registration.Batches;
import org.classreg.registration.RegistrationListings;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Rosters;

/** Who is registered in the sections of a program, and registers a list of students in them. */
@Path("programs/{program}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProgramRegistrationsResource {

    @Inject
    Batches batches;

    @Inject
    Rosters rosters;

    @Inject
    Clock clock;

    /** A student by username, a section by code, and the type, Enrolled unless it is given. */
    public record Line(@NotBlank @Size(max = 100) String student, @NotBlank @Size(max = 255) String section, @Size(max = 50) String type) {

        Batches.Line toLine() {
            return new Batches.Line(student, section, type == null ? RegistrationType.ENROLLED : type);
        }
    }

    @GET
    public Response registrations(@PathParam("program") String program, @QueryParam("type") String type, @QueryParam("student") String student,
            @QueryParam("section") String section, @QueryParam("at") String at, @BeanParam Paging paging) {
        var instant = Instants.read("at", at, clock.instant());
        var filter = new Rosters.Filter(Texts.read("type", type, 100), Texts.read("student", student, 100), Texts.read("section", section, 100));
        var found = rosters.ofProgram(program, filter, instant, paging.slice());
        return paging.page(found, RegistrationListings.OF_PROGRAM, RegistrationJson::of, instant);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<LineResultJson> register(@PathParam("program") String program,
            @NotNull @Size(max = 1_000) List<@NotNull @Valid Line> lines) {
        return batches.register(program, lines.stream().map(Line::toLine).toList()).stream().map(LineResultJson::of).toList();
    }
}
