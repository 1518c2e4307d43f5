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
import org.classreg.administration.CategoryEdits;
import org.classreg.api.Created;
import org.classreg.api.Paging;
import org.classreg.api.http.IfMatch;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassCategory;

/** The categories of a program's classes. */
@Path("programs/{program}/categories")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CategoriesResource {

    @Inject
    Catalog catalog;

    @Inject
    CategoryEdits edits;

    @GET
    public Response list(@PathParam("program") String program, @BeanParam Paging paging) {
        return paging.cut(catalog.categories(program), ClassCategory.LISTING, CategoryJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("program") String program, @NotNull @Valid CategoryJson wanted, @Context UriInfo uri) {
        var category = edits.create(program, wanted.toWanted());
        return Created.below(uri, category.getSymbol(), CategoryJson.of(category));
    }

    @GET
    @Path("{category}")
    public CategoryJson get(@PathParam("program") String program, @PathParam("category") String category) {
        return CategoryJson.of(catalog.getCategory(program, category));
    }

    @PUT
    @Path("{category}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CategoryJson change(@PathParam("program") String program, @PathParam("category") String category, @BeanParam IfMatch ifMatch,
            @NotNull @Valid CategoryJson wanted) {
        return CategoryJson.of(edits.change(program, category, wanted.toWanted(), ifMatch.seen(CategoryJson::of)));
    }

    @DELETE
    @Path("{category}")
    public void delete(@PathParam("program") String program, @PathParam("category") String category, @BeanParam IfMatch ifMatch) {
        edits.delete(program, category, ifMatch.seen(CategoryJson::of));
    }
}
