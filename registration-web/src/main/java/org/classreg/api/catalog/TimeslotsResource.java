package org.classreg.api.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.classreg.administration.TimeslotEdits;
import org.classreg.api.Created;
import org.classreg.api.Paging;
import org.classreg.api.http.IfMatch;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Timeslot;

/** The timeslots of a program. */
@Path("programs/{program}/timeslots")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TimeslotsResource {

    @Inject
    Catalog catalog;

    @Inject
    TimeslotEdits edits;

    @GET
    public Response list(@PathParam("program") String program, @BeanParam Paging paging) {
        return paging.cut(catalog.timeslots(program), Timeslot.LISTING, TimeslotJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("program") String program, @NotNull @Valid TimeslotJson wanted, @Context UriInfo uri) {
        var timeslot = edits.create(program, wanted.toWanted());
        return Created.below(uri, timeslot.getId(), TimeslotJson.of(timeslot));
    }

    @GET
    @Path("{id: \\d+}")
    public TimeslotJson get(@PathParam("program") String program, @PathParam("id") long id) {
        return TimeslotJson.of(catalog.getTimeslot(program, id));
    }

    @PUT
    @Path("{id: \\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public TimeslotJson change(@PathParam("program") String program, @PathParam("id") long id, @BeanParam IfMatch ifMatch,
            @NotNull @Valid TimeslotJson wanted) {
        return TimeslotJson.of(edits.change(program, id, wanted.toWanted(), ifMatch.seen(TimeslotJson::of)));
    }

    @DELETE
    @Path("{id: \\d+}")
    public void delete(@PathParam("program") String program, @PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        edits.delete(program, id, ifMatch.seen(TimeslotJson::of));
    }
}
