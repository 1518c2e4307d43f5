package org.classreg.api.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;

/** One section. */
@Path("programs/{program}/sections/{section}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SectionResource {

    @Inject
    Catalog catalog;

    @GET
    public SectionJson section(@PathParam("program") String program, @PathParam("section") String section) {
        return SectionJson.of(catalog.getSection(new SectionId(program, section)));
    }
}
