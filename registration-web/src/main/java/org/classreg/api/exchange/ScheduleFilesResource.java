package org.classreg.api.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import org.classreg.api.Instants;
import org.classreg.api.http.ShownOnce;
import org.classreg.exchange.Calendars;
import org.classreg.exchange.Prints;

/** A student's schedule on paper, and as a calendar to subscribe to. */
@Path("students/{student}/programs/{program}")
@ApplicationScoped
public class ScheduleFilesResource {

    @Inject
    Prints prints;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** Where the calendar is; told this once. */
    public record CalendarJson(URI address) {
    }

    @GET
    @Path("schedule.pdf")
    @Produces(Download.PDF)
    public Response pdf(@PathParam("student") String student, @PathParam("program") String program, @QueryParam("at") String at) {
        var schedule = prints.schedule(program, student, Instants.read("at", at, clock.instant()));
        return Download.of(schedule::writeTo, Download.PDF, program, student, "schedule", ".pdf");
    }

    @POST
    @ShownOnce
    @Path("calendar")
    @Produces(MediaType.APPLICATION_JSON)
    public Response open(@PathParam("student") String student, @PathParam("program") String program, @Context UriInfo uri) {
        var address = uri.getBaseUri().resolve("../../calendar/" + calendars.open(program, student).text() + ".ics");
        return Response.created(address).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(new CalendarJson(address)).build();
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @Path("calendar")
    public void close(@PathParam("student") String student, @PathParam("program") String program) {
        calendars.close(program, student);
    }
}
