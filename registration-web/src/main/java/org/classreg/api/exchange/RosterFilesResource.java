package org.classreg.api.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.classreg.api.Instants;
import org.classreg.catalog.SectionId;
import org.classreg.exchange.Prints;
import org.classreg.exchange.Sheets;

/** The roster of a section as a file. */
@Path("programs/{program}/sections/{section}")
@ApplicationScoped
public class RosterFilesResource {

    private static final String ROSTER = "roster";

    @Inject
    Sheets sheets;

    @Inject
    Prints prints;

    @Inject
    Clock clock;

    @GET
    @Path("roster.csv")
    @Produces(Download.CSV)
    public Response csv(@PathParam("program") String program, @PathParam("section") String section,
            @QueryParam("type") @DefaultValue("Enrolled") String type, @QueryParam("at") String at) {
        var roster = sheets.roster(new SectionId(program, section), type, Instants.read("at", at, clock.instant()));
        return Download.of(roster::writeTo, Download.CSV, program, section, ROSTER, ".csv");
    }

    @GET
    @Path("roster.pdf")
    @Produces(Download.PDF)
    public Response pdf(@PathParam("program") String program, @PathParam("section") String section, @QueryParam("at") String at) {
        var roster = prints.roster(new SectionId(program, section), Instants.read("at", at, clock.instant()));
        return Download.of(roster::writeTo, Download.PDF, program, section, ROSTER, ".pdf");
    }
}
