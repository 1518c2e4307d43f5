package org.classreg.api.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.classreg.api.Instants;
import org.classreg.errors.InvalidInput;
import org.classreg.exchange.Coverage;
import org.classreg.exchange.Exports;
import org.classreg.exchange.Prints;
import org.classreg.exchange.Sheet;
import org.classreg.exchange.Sheets;

/** A program as files: for other systems, for spreadsheets, and for paper. */
@Path("programs/{program}/exports")
@ApplicationScoped
public class ProgramExportsResource {

    private static final int PART = 1_000;

    @Inject
    Exports exports;

    @Inject
    Sheets sheets;

    @Inject
    Prints prints;

    @Inject
    Clock clock;

    @GET
    @Path("oneroster")
    @Produces(Download.ZIP)
    public Response oneRoster(@PathParam("program") String program, @QueryParam("people") String people, @QueryParam("at") String at) {
        return Download.of(exports.oneRoster(program, coverage(people), instant(at))::writeTo, Download.ZIP, program, "oneroster", ".zip");
    }

    private static Coverage coverage(String people) {
        return switch (people == null ? "registered" : people) {
            case "registered" -> Coverage.REGISTERED;
            case "all" -> Coverage.ALL;
            default -> throw new InvalidInput("people", "\"" + people + "\" is neither registered nor all.");
        };
    }

    @GET
    @Path("check-in-list.csv")
    @Produces(Download.CSV)
    public Response checkInList(@PathParam("program") String program, @QueryParam("at") String at) {
        return Download.of(sheets.checkInList(program, instant(at))::writeTo, Download.CSV, program, "check-in-list", ".csv");
    }

    @GET
    @Path("history.csv")
    @Produces(Download.CSV)
    public Response history(@PathParam("program") String program, @QueryParam("at") String at) {
        var instant = instant(at);
        var history = Sheet.ofHistory(after -> sheets.history(program, instant, after, PART));
        return Download.of(history::writeTo, Download.CSV, program, "history", ".csv");
    }

    @GET
    @Path("rosters.pdf")
    @Produces(Download.PDF)
    public Response rosters(@PathParam("program") String program, @QueryParam("at") String at) {
        return Download.of(prints.rosters(program, instant(at))::writeTo, Download.PDF, program, "rosters", ".pdf");
    }

    private Instant instant(String at) {
        return Instants.read("at", at, clock.instant());
    }
}
