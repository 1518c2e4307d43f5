package org.classreg.api.lottery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.classreg.api.http.IfMatch;
import org.classreg.api.Flags;
import org.classreg.lottery.ConversionProgress;
import org.classreg.lottery.LotteryRuns;
import org.classreg.lottery.PlannedSeat;
import org.classreg.lottery.RunConversion;

/** One run of the lottery: how far it is, what it gives to whom and why, and making it enrollments. */
@Path("programs/{program}/lottery/runs/{id: \\d+}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RunResource {

    @Inject
    LotteryRuns runs;

    @GET
    public RunJson run(@PathParam("program") String program, @PathParam("id") long id) {
        return RunJson.of(runs.get(program, id));
    }

    @DELETE
    public void delete(@PathParam("program") String program, @PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        runs.delete(program, id, ifMatch.seen(RunJson::of));
    }

    @POST
    @Path("stop")
    public RunJson stop(@PathParam("program") String program, @PathParam("id") long id) {
        return RunJson.of(runs.stop(program, id));
    }

    @POST
    @Path("publish")
    public RunJson publish(@PathParam("program") String program, @PathParam("id") long id) {
        return RunJson.of(runs.publish(program, id));
    }

    @POST
    @Path("convert")
    public RunConversion convert(@PathParam("program") String program, @PathParam("id") long id, @QueryParam("waitlist") String waitlist) {
        return runs.convert(program, id, Flags.read("waitlist", waitlist), new ConversionProgress());
    }

    @GET
    @Path("assignments.csv")
    @Produces("text/csv; charset=UTF-8")
    public String assignments(@PathParam("program") String program, @PathParam("id") long id) {
        return PlannedSeat.csv(runs.assignments(program, id));
    }

    @GET
    @Path("replay.zip")
    @Produces("application/zip")
    public Response replay(@PathParam("program") String program, @PathParam("id") long id) {
        return Response.ok(runs.replay(program, id))
                .header("Content-Disposition", "attachment; filename=\"lottery-run-" + id + ".zip\"").build();
    }

    @GET
    @Path("students/{student}")
    public ExplanationJson explain(@PathParam("program") String program, @PathParam("id") long id, @PathParam("student") String student) {
        return ExplanationJson.of(runs.explain(program, id, student));
    }

    @GET
    @Path("compare/{other: \\d+}")
    public ComparisonJson compare(@PathParam("program") String program, @PathParam("id") long id, @PathParam("other") long other) {
        return ComparisonJson.of(runs.compare(program, id, other));
    }
}
