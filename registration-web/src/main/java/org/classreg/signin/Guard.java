package org.classreg.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Sets the security headers of every answer, and refuses a change by a page that a page of another site sent. (The view state of Faces,
 * which no other site knows, does so too.)
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true, dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class Guard extends HttpFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Headers.set(request, response);
        if (request.getDispatcherType() == DispatcherType.REQUEST && isForeignChange(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForeignChange(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return !SAFE_METHODS.contains(request.getMethod()) && !Paths.isApi(request) && site != null && !OWN_SITES.contains(site);
    }

    static boolean isSafe(String method) {
        return SAFE_METHODS.contains(method);
    }
}
