package org.classreg.api.exchange;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.classreg.exchange.CalendarToken;
import org.classreg.exchange.Calendars;
import org.classreg.problem.Problem;
import org.classreg.problem.Problems;

/**
 * Calendars at their secret addresses, outside of the API's sign-in: calendar programs know no other secret than the address.
 * An address that leads nowhere tells nothing of why.
 */
@WebServlet("/calendar/*")
public class CalendarServlet extends HttpServlet {

    private static final Pattern ADDRESS = Pattern.compile("/([A-Za-z0-9_-]{43})\\.ics");

    @Inject
    Calendars calendars;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = ADDRESS.matcher(String.valueOf(request.getPathInfo()));
        var calendar = address.matches() ? calendars.read(new CalendarToken(address.group(1))) : Optional.<String>empty();
        response.setHeader("Cache-Control", "private, no-cache");
        if (calendar.isEmpty()) {
            Problems.write(response, Problem.of(HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address."));
        } else {
            write(calendar.get().getBytes(StandardCharsets.UTF_8), request, response);
        }
    }

    private static void write(byte[] calendar, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = "\"" + UUID.nameUUIDFromBytes(calendar) + "\"";
        response.setHeader("ETag", tag);
        if (isKnown(tag, request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/calendar;charset=UTF-8");
        response.setHeader("Content-Disposition", "inline; filename=\"schedule.ics\"");
        response.setContentLength(calendar.length);
        response.getOutputStream().write(calendar);
    }

    /** @param known the tags of the caller's copies; null for none */
    private static boolean isKnown(String tag, String known) {
        return known != null && Stream.of(known.split(",")).map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
}
