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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.classreg.administration.ClassEdits;
import org.classreg.api.Created;
import org.classreg.api.Paging;
import org.classreg.api.Texts;
import org.classreg.api.http.IfMatch;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSubject;

/** The classes of a program. */
@Path("programs/{program}/classes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ClassesResource {

    @Inject
    Catalog catalog;

    @Inject
    ClassEdits edits;

    @GET
    public Response list(@PathParam("program") String program, @QueryParam("q") String text, @QueryParam("category") String category,
            @QueryParam("grade") String grade, @BeanParam Paging paging) {
        var found = catalog.subjects(program, Texts.read("q", text, 200), Texts.read("category", category, 10), Grades.read(grade), paging.slice());
        return paging.page(found, ClassSubject.LISTING, ClassJson::of, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("program") String program, @NotNull @Valid ClassJson wanted, @Context UriInfo uri) {
        var subject = edits.create(program, wanted.toWanted());
        return Created.below(uri, subject.getCode(), ClassJson.of(subject));
    }

    @GET
    @Path("{class}")
    public ClassJson get(@PathParam("program") String program, @PathParam("class") String code) {
        return ClassJson.of(catalog.getSubject(program, code));
    }

    @PUT
    @Path("{class}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ClassJson change(@PathParam("program") String program, @PathParam("class") String code, @BeanParam IfMatch ifMatch,
            @NotNull @Valid ClassJson wanted) {
        return ClassJson.of(edits.change(program, code, wanted.toWanted(), ifMatch.seen(ClassJson::of)));
    }

    @DELETE
    @Path("{class}")
    public void delete(@PathParam("program") String program, @PathParam("class") String code, @BeanParam IfMatch ifMatch) {
        edits.delete(program, code, ifMatch.seen(ClassJson::of));
    }
}
