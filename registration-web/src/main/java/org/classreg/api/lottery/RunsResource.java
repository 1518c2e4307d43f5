package org.classreg.api.lottery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.classreg.api.Paging;
import org.classreg.lottery.Draws;
import org.classreg.lottery.LotteryRuns;
import org.classreg.lottery.RunDetails;

/** The runs of the lottery of a program, to begin and to list. */
@Path("programs/{program}/lottery/runs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RunsResource {

    @Inject
    Draws draws;

    @Inject
    LotteryRuns runs;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@PathParam("program") String program, @NotNull @Valid RunRequestJson request, @Context UriInfo uri) {
        var run = draws.start(program, request.toRequest());
        return Response.accepted(RunJson.of(new RunDetails(run, null, false)))
                .location(uri.getAbsolutePathBuilder().path(String.valueOf(run.getId())).build())
                .build();
    }

    @GET
    public Response runs(@PathParam("program") String program, @QueryParam("state") String state, @QueryParam("mode") String mode,
            @BeanParam Paging paging) {
        var wantedMode = mode == null ? null : RunRequestJson.parse(mode);
        var wantedState = state == null ? null : RunJson.parseState(state);
        var found = runs.of(program).stream()
                .filter(details -> wantedMode == null || details.run().getMode() == wantedMode)
                .filter(details -> wantedState == null || details.run().getState() == wantedState).toList();
        return paging.cut(found, RunDetails.LISTING, RunJson::of);
    }
}
