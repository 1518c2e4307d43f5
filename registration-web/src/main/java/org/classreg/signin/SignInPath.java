package org.classreg.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way to the sign-in page, and back to the page that was asked for. */
final class SignInPath {

    private SignInPath() {
    }

    static String from(HttpServletRequest request) {
        var query = request.getQueryString();
        var wanted = request.getRequestURI().substring(request.getContextPath().length()) + (query == null ? "" : "?" + query);
        var back = "GET".equals(request.getMethod()) && !"/".equals(wanted)
                ? "?from=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : "";
        return request.getContextPath() + "/login" + back;
    }
}
