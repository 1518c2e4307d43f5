package org.classreg.api.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.classreg.exchange.CsvFiles;
import org.classreg.exchange.Imports;
import org.classreg.exchange.Progress;
import org.classreg.people.Role;
import org.classreg.security.Caller;

/** Takes in a ZIP of OneRoster CSV files. All or nothing. */
@Path("imports/oneroster")
@ApplicationScoped
public class OneRosterResource {

    @Inject
    Imports imports;

    @Inject
    Caller caller;

    @POST
    @Consumes({"application/zip", "application/x-zip-compressed", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    public ImportReportJson importZip(InputStream zip) {
        caller.require(Role.ADMIN);
        return ImportReportJson.of(imports.importOneRoster(CsvFiles.ofZip(zip), new Progress()));
    }
}
