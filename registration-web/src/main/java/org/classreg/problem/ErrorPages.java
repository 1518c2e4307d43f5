package org.classreg.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the container sends what failed outside of the resources: problems for the API, pages for people. */
@WebServlet(urlPatterns = "/error")
public class ErrorPages extends HttpServlet {

    /** What the container says of a method that it does not know, where there is nothing of the application's. */
    private static final int NOT_IMPLEMENTED = 501;

    private static final Logger LOG = Logger.getLogger(ErrorPages.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status == NOT_IMPLEMENTED) {
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
            status = 405;
        }
        var problem = status < 500 ? Problem.of(status, detail(status)) : failure(request);
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).startsWith(request.getContextPath() + "/api/")) {
            Problems.write(response, problem);
            return;
        }
        request.setAttribute("errorId", problem.id());
        request.getRequestDispatcher(page(status)).forward(request, response);
    }

    private static String detail(int status) {
        return switch (status) {
            case 403 -> "Your role does not allow this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "No address understands this method.";
            default -> "The request is not understood.";
        };
    }

    private static String page(int status) {
        return switch (status) {
            case 403 -> "/WEB-INF/errors/forbidden.xhtml";
            case 500 -> "/WEB-INF/errors/failure.xhtml";
            default -> "/WEB-INF/errors/not-found.xhtml";
        };
    }

    private static Problem failure(HttpServletRequest request) {
        var id = UUID.randomUUID().toString();
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        LOG.log(Level.SEVERE, cause, () -> "Failure " + id + " at " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return Problem.failure(id);
    }
}
