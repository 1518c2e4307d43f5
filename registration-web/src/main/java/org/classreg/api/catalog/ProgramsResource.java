package org.classreg.api.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.classreg.api.Paging;
import org.classreg.catalog.Catalog;

/** Programs and their sections. */
@Path("programs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProgramsResource {

    @Inject
    Catalog catalog;

    @GET
    public Response programs(@BeanParam Paging paging) {
        return paging.cut(catalog.programs(), ProgramJson::of);
    }

    @GET
    @Path("{program}")
    public ProgramJson program(@PathParam("program") String program) {
        return ProgramJson.of(catalog.getProgram(program));
    }

    @GET
    @Path("{program}/sections")
    public Response sections(@PathParam("program") String program, @BeanParam Paging paging) {
        return paging.cut(catalog.sections(program), SectionJson::of);
    }
}
