package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.SectionId;
import org.classreg.registration.Batches;

/** Who came to a section: as a list, and one at a time for who walks in without a seat. */
@Path("programs/{program}/sections/{section}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AttendanceResource {

    @Inject
    Batches batches;

    /** Whether a student, by username, came. */
    public record Mark(@NotBlank @Size(max = 100) String student, @NotNull Boolean present) {

        Batches.Mark toMark() {
            return new Batches.Mark(student, present);
        }
    }

    /** Who walks in, and what staff override for it; null for nothing. */
    public record WalkIn(@NotBlank @Size(max = 100) String student, @Valid OverrideJson override) {
    }

    @POST
    @Path("attendance")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<LineResultJson> mark(@PathParam("program") String program, @PathParam("section") String section,
            @NotNull @Size(max = 1_000) List<@NotNull @Valid Mark> marks) {
        return batches.markAttendance(new SectionId(program, section), marks.stream().map(Mark::toMark).toList()).stream()
                .map(LineResultJson::of).toList();
    }

    @POST
    @Path("walk-ins")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response walkIn(@PathParam("program") String program, @PathParam("section") String section, @NotNull @Valid WalkIn walkIn,
            @Context UriInfo uri) {
        var override = Optional.ofNullable(walkIn.override()).map(OverrideJson::toOverride);
        return RegistrationsResource.created(batches.walkIn(new SectionId(program, section), walkIn.student(), override), uri);
    }
}
