package org.classreg.api.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.classreg.api.Flags;
import org.classreg.api.Paging;
import org.classreg.operations.Operations;
import org.classreg.registration.Reversals;

/** The journal, and the way back. */
@Path("operations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OperationsResource {

    @Inject
    Operations operations;

    @Inject
    Reversals reversals;

    @GET
    public Response operations(@BeanParam OperationQuery query, @BeanParam Paging paging) {
        return paging.page(operations.find(query.filter(), paging.slice()), Operations.LISTING, OperationJson::of, null);
    }

    @GET
    @Path("{id: \\d+}")
    public OperationJson operation(@PathParam("id") long id) {
        return OperationJson.of(operations.get(id));
    }

    @POST
    @Path("{id: \\d+}/undo")
    public ReversalJson undo(@PathParam("id") long id, @QueryParam("dryRun") String dryRun) {
        return ReversalJson.of(Flags.read("dryRun", dryRun) ? reversals.preview(id) : reversals.undo(id));
    }
}
