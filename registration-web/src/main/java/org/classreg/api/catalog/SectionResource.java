package org.classreg.api.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.classreg.administration.SectionEdits;
import org.classreg.api.Instants;
import org.classreg.api.http.IfMatch;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;
import org.classreg.registration.SeatCounts;

/** One section. */
@Path("programs/{program}/sections/{section}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SectionResource {

    @Inject
    Catalog catalog;

    @Inject
    SectionEdits edits;

    @Inject
    SeatCounts seats;

    @Inject
    Clock clock;

    @GET
    public SectionJson section(@PathParam("program") String program, @PathParam("section") String section, @QueryParam("at") String at) {
        var id = new SectionId(program, section);
        if (at == null) {
            return SectionJson.of(catalog.getSection(id));
        }
        var then = seats.get(id, Instants.read("at", at, clock.instant()));
        return SectionJson.of(then.getKey(), then.getValue());
    }

    @DELETE
    public void delete(@PathParam("program") String program, @PathParam("section") String section, @BeanParam IfMatch ifMatch) {
        edits.delete(new SectionId(program, section), ifMatch.seen(SectionJson::of));
    }
}
