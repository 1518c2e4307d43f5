package org.classreg.api.registration;

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
import org.classreg.administration.TypeEdits;
import org.classreg.api.Created;
import org.classreg.api.Paging;
import org.classreg.api.http.IfMatch;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;

/** What a registration may say. The slash of a name such as Priority/1 is one of the path. */
@Path("registration-types")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TypesResource {

    @Inject
    RegistrationTypes types;

    @Inject
    TypeEdits edits;

    @GET
    public Response list(@BeanParam Paging paging) {
        return paging.cut(types.all(), RegistrationType.LISTING, TypeJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@NotNull @Valid TypeJson wanted, @Context UriInfo uri) {
        var type = edits.create(wanted.toWanted());
        return Created.below(uri, type.getName(), TypeJson.of(type));
    }

    @GET
    @Path("{name: .+}")
    public TypeJson get(@PathParam("name") String name) {
        return TypeJson.of(types.get(name));
    }

    @PUT
    @Path("{name: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public TypeJson change(@PathParam("name") String name, @BeanParam IfMatch ifMatch, @NotNull @Valid TypeJson wanted) {
        return TypeJson.of(edits.change(name, wanted.toWanted(), ifMatch.seen(TypeJson::of)));
    }

    @DELETE
    @Path("{name: .+}")
    public void delete(@PathParam("name") String name, @BeanParam IfMatch ifMatch) {
        edits.delete(name, ifMatch.seen(TypeJson::of));
    }
}
