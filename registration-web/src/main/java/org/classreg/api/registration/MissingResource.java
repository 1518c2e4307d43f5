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
import java.time.OffsetDateTime;
import org.classreg.api.Flags;
import org.classreg.registration.Missing;

/** Takes the seats of those back who do not come. */
@Path("programs/{program}/unenroll-missing")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MissingResource {

    @Inject
    Missing missing;

    /** Until when they should have come; and why their seats end, for the journal, null for no reason. */
    public record Deadline(@NotNull OffsetDateTime by, String reason) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public EndedJson unenroll(@PathParam("program") String program, @QueryParam("dryRun") String dryRun,
            @NotNull @Valid Deadline deadline) {
        var by = deadline.by().toInstant();
        return EndedJson.of(Flags.read("dryRun", dryRun) ? missing.preview(program, by) : missing.unenroll(program, by, deadline.reason()));
    }
}
