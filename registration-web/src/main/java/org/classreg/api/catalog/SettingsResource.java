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
import org.classreg.api.http.IfMatch;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ProgramSettings;
import org.classreg.registration.Programs;

/** What staff set for a program: windows, limits, capacity. */
@Path("programs/{program}/settings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SettingsResource {

    @Inject
    Programs programs;

    @Inject
    Catalog catalog;

    @GET
    public SettingsJson settings(@PathParam("program") String program) {
        return write(program, programs.settings(program));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public SettingsJson configure(@PathParam("program") String program, @BeanParam IfMatch ifMatch, @NotNull @Valid SettingsJson settings) {
        return write(program, programs.configure(program, settings.toSettings(), ifMatch.seen(present -> write(program, present))));
    }

    private SettingsJson write(String program, ProgramSettings settings) {
        return SettingsJson.of(settings, catalog.getProgram(program).zone());
    }
}
