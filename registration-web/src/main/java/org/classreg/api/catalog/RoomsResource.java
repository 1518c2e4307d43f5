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
import org.classreg.administration.RoomEdits;
import org.classreg.api.Created;
import org.classreg.api.Paging;
import org.classreg.api.http.IfMatch;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Room;

/** The rooms of a program. A name may come from elsewhere and have slashes. */
@Path("programs/{program}/rooms")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RoomsResource {

    @Inject
    Catalog catalog;

    @Inject
    RoomEdits edits;

    @GET
    public Response list(@PathParam("program") String program, @BeanParam Paging paging) {
        return paging.cut(catalog.rooms(program), Room.LISTING, RoomJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("program") String program, @NotNull @Valid RoomJson wanted, @Context UriInfo uri) {
        var room = edits.create(program, wanted.toWanted());
        return Created.below(uri, room.getName(), RoomJson.of(room));
    }

    @GET
    @Path("{room: .+}")
    public RoomJson get(@PathParam("program") String program, @PathParam("room") String room) {
        return RoomJson.of(catalog.getRoom(program, room));
    }

    @PUT
    @Path("{room: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RoomJson change(@PathParam("program") String program, @PathParam("room") String room, @BeanParam IfMatch ifMatch,
            @NotNull @Valid RoomJson wanted) {
        return RoomJson.of(edits.change(program, room, wanted.toWanted(), ifMatch.seen(RoomJson::of)));
    }

    @DELETE
    @Path("{room: .+}")
    public void delete(@PathParam("program") String program, @PathParam("room") String room, @BeanParam IfMatch ifMatch) {
        edits.delete(program, room, ifMatch.seen(RoomJson::of));
    }
}
