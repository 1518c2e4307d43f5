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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.classreg.api.Flags;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.SectionChanges;

/** Changes a section with regard to who has a seat in it, or cancels it. */
@Path("programs/{program}/sections/{section}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SectionChangesResource {

    @Inject
    SectionChanges changes;

    /** Whether times and rooms are given up too, no unless it is said; and why, for the journal, null for no reason. */
    public record Cancellation(Boolean unschedule, String reason) {
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public EndedJson cancel(@PathParam("program") String program, @PathParam("section") String section,
            @NotNull @Valid Cancellation cancellation) {
        var unschedule = Boolean.TRUE.equals(cancellation.unschedule());
        return EndedJson.of(changes.cancel(new SectionId(program, section), unschedule, cancellation.reason()));
    }

    @POST
    @Path("changes")
    @Consumes(MediaType.APPLICATION_JSON)
    public ConcernedJson change(@PathParam("program") String program, @PathParam("section") String section,
            @QueryParam("dryRun") String dryRun, @NotNull @Valid WantedSection wanted) {
        var id = new SectionId(program, section);
        if (Flags.read("dryRun", dryRun)) {
            return ConcernedJson.of(changes.preview(id, wanted.toWanted()));
        }
        if (wanted.treatment() == null) {
            throw new InvalidInput("treatment", "Whether those whom it concerns KEEP their seats, go to the WAITLIST or END is needed.");
        }
        return ConcernedJson.of(changes.change(id, wanted.toWanted(), wanted.treatment()));
    }
}
