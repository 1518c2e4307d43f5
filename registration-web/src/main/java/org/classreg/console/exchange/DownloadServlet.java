package org.classreg.console.exchange;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;
import org.classreg.console.LocalTimes;
import org.classreg.console.Present;
import org.classreg.errors.Forbidden;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.exchange.Coverage;
import org.classreg.exchange.Exports;
import org.classreg.exchange.Prints;
import org.classreg.exchange.Sheet;
import org.classreg.exchange.Sheets;

/** The files to which the pages of the console link: those of the API, for whoever is signed in to the console. */
@WebServlet("/downloads/*")
public class DownloadServlet extends HttpServlet {

    private static final int PART = 1_000;

    @Inject
    Exports exports;

    @Inject
    Sheets sheets;

    @Inject
    Prints prints;

    @Inject
    Catalog catalog;

    @Inject
    Present present;

    /** Something to be written when all of it is known to be there. */
    private interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Content content;
        try {
            content = content(String.valueOf(request.getPathInfo()), request);
        } catch (NotFound | InvalidInput e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (Forbidden | EJBAccessException | AccessLocalException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var name = request.getPathInfo().substring(1);
        response.setContentType(type(name));
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        content.writeTo(response.getOutputStream());
    }

    private Content content(String path, HttpServletRequest request) {
        var program = request.getParameter("program");
        var student = request.getParameter("student");
        var section = new SectionId(program, request.getParameter("section"));
        var at = at(request);
        return switch (path) {
            case "/roster.csv" -> sheets.roster(section, Optional.ofNullable(request.getParameter("type")).orElse("Enrolled"), at)::writeTo;
            case "/roster.pdf" -> prints.roster(section, at)::writeTo;
            case "/rosters.pdf" -> prints.rosters(program, at)::writeTo;
            case "/schedule.pdf" -> prints.schedule(program, student, at)::writeTo;
            case "/check-in-list.csv" -> sheets.checkInList(program, at)::writeTo;
            case "/history.csv" -> Sheet.ofHistory(after -> sheets.history(program, at, after, PART))::writeTo;
            case "/oneroster.zip" -> exports.oneRoster(program, Coverage.REGISTERED, at)::writeTo;
            default -> throw new NotFound("file", path);
        };
    }

    private Instant at(HttpServletRequest request) {
        var zone = catalog.getProgram(request.getParameter("program")).zone();
        return Optional.ofNullable(LocalTimes.parse(request.getParameter("at"), zone)).orElseGet(present::now);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".csv" -> "text/csv;charset=UTF-8";
            case ".pdf" -> "application/pdf";
            default -> "application/zip";
        };
    }
}
