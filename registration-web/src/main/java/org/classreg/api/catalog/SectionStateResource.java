package org.classreg.api.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.classreg.administration.SectionEdits;
import org.classreg.api.http.IfMatch;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;

/** The state of a section, apart from its seats: these change with each enrollment, which is no reason to refuse a change of the state. */
@Path("programs/{program}/sections/{section}/state")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SectionStateResource {

    @Inject
    Catalog catalog;

    @Inject
    SectionEdits edits;

    @GET
    public SectionState get(@PathParam("program") String program, @PathParam("section") String section) {
        return SectionState.of(catalog.getSection(new SectionId(program, section)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public SectionState change(@PathParam("program") String program, @PathParam("section") String section, @BeanParam IfMatch ifMatch,
            @NotNull @Valid SectionState wanted) {
        return SectionState.of(edits.change(new SectionId(program, section), wanted.toState(), ifMatch.seen(SectionState::of)));
    }
}
