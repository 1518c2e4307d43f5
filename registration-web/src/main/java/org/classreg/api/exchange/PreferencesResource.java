package org.classreg.api.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.classreg.catalog.Catalog;
import org.classreg.exchange.CsvFiles;
import org.classreg.exchange.Imports;
import org.classreg.exchange.Progress;
import org.classreg.security.Caller;

/** Takes in the preferences of students as CSV. All or nothing. */
@Path("programs/{program}/imports/preferences")
@ApplicationScoped
public class PreferencesResource {

    @Inject
    Imports imports;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @POST
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public ImportReportJson importCsv(@PathParam("program") String program, InputStream csv) {
        caller.requireStaff(catalog.getProgram(program));
        return ImportReportJson.of(imports.importPreferences(program, CsvFiles.ofFile("preferences.csv", csv), new Progress()));
    }
}
