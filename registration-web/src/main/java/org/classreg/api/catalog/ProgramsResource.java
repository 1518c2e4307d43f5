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
import java.util.List;
import org.classreg.administration.ProgramEdits;
import org.classreg.administration.SectionEdits;
import org.classreg.api.Created;
import org.classreg.api.Days;
import org.classreg.api.Paging;
import org.classreg.api.Texts;
import org.classreg.api.http.IfMatch;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Program;
import org.classreg.catalog.SectionSearch;
import org.classreg.registration.SeatCounts;

/** Programs and their sections. */
@Path("programs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProgramsResource {

    @Inject
    Catalog catalog;

    @Inject
    ProgramEdits edits;

    @Inject
    SectionEdits sectionEdits;

    @Inject
    SectionSearch search;

    @Inject
    SeatCounts seats;

    @GET
    public Response programs(@QueryParam("q") String text, @QueryParam("from") String from, @QueryParam("to") String to,
            @BeanParam Paging paging) {
        var found = catalog.programs(Texts.read("q", text, 200), Days.read("from", from), Days.read("to", to), paging.slice());
        return paging.page(found, Program.LISTING, ProgramJson::of, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@NotNull @Valid ProgramJson wanted, @Context UriInfo uri) {
        var program = edits.create(wanted.toWanted());
        return Created.below(uri, program.getCode(), ProgramJson.of(program));
    }

    @GET
    @Path("{program}")
    public ProgramJson program(@PathParam("program") String program) {
        return ProgramJson.of(catalog.getProgram(program));
    }

    @PUT
    @Path("{program}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ProgramJson change(@PathParam("program") String program, @BeanParam IfMatch ifMatch, @NotNull @Valid ProgramJson wanted) {
        return ProgramJson.of(edits.change(program, wanted.toWanted(), ifMatch.seen(ProgramJson::of)));
    }

    @DELETE
    @Path("{program}")
    public void delete(@PathParam("program") String program, @BeanParam IfMatch ifMatch) {
        edits.delete(program, ifMatch.seen(ProgramJson::of));
    }

    @POST
    @Path("{program}/sections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response createSection(@PathParam("program") String program, @NotNull @Valid NewSection wanted, @Context UriInfo uri) {
        var section = sectionEdits.create(program, wanted.toWanted());
        return Created.below(uri, section.getCode(), SectionJson.of(section));
    }

    @GET
    @Path("{program}/sections")
    public Response sections(@PathParam("program") String program, @BeanParam SectionQuery query, @BeanParam Paging paging) {
        var slice = paging.slice();
        var filter = query.filter();
        var at = query.at(slice);
        if (at.isEmpty()) {
            return paging.page(search.find(program, filter, slice), SectionSearch.LISTING, SectionJson::of, null);
        }
        var then = seats.find(program, filter, slice, at.get());
        return paging.page(List.copyOf(then.keySet()), SectionSearch.LISTING, section -> SectionJson.of(section, then.get(section)), at.get());
    }
}
