package org.classreg.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.classreg.problem.BodyRefused;

/**
 * Cuts off who sends the body of a request so slowly that it keeps a thread of the server for next to nothing ({@link PacedStream}): the server
 * itself would wait for one byte after the other. What the API reads is read through its stream; a form is read here, before a page asks
 * for its fields. Files are sent to pages by who has signed in alone.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SlowBodies extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final AtomicInteger slow = new AtomicInteger();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (!hasBody(request)) {
            chain.doFilter(request, response);
        } else if (!Paths.isApi(request) && isOf(request, "multipart/") && request.getUserPrincipal() == null) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Files are taken of who has signed in.");
        } else {
            try (var body = new PacedStream(request.getInputStream(), slow)) {
                var paced = new PacedRequest(request, body);
                chain.doFilter(!Paths.isApi(request) && isOf(request, "application/x-www-form-urlencoded") ? FormRequest.read(paced) : paced, response);
            } catch (BodyRefused e) {
                refuse(response, e.status(), e.getMessage());
            }
        }
    }

    /** In plain words: an error page would ask for the fields of the form, and wait for the rest of it. */
    private static void refuse(HttpServletResponse response, int status, String reason) throws IOException {
        response.setStatus(status);
        response.setHeader("Connection", "close");
        response.setContentType("text/plain");
        response.getWriter().println(reason);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isOf(HttpServletRequest request, String type) {
        return request.getContentType() != null && request.getContentType().regionMatches(true, 0, type, 0, type.length());
    }
}
