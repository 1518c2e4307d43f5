package org.classreg.api.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.classreg.api.Days;
import org.classreg.api.Paging;
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
    SectionSearch search;

    @Inject
    SeatCounts seats;

    @GET
    public Response programs(@QueryParam("q") String text, @QueryParam("from") String from, @QueryParam("to") String to,
            @BeanParam Paging paging) {
        var found = catalog.programs(text, Days.read("from", from), Days.read("to", to), paging.slice());
        return paging.page(found, Program.LISTING, ProgramJson::of, null);
    }

    @GET
    @Path("{program}")
    public ProgramJson program(@PathParam("program") String program) {
        return ProgramJson.of(catalog.getProgram(program));
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
