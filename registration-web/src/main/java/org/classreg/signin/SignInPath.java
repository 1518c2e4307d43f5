package org.classreg.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way to the sign-in page, and back to the page that was asked for. */
public final class SignInPath {

    private SignInPath() {
    }

    /** Whether the address stays on this server: nothing that a browser could take for another host. */
    public static boolean isLocal(String address) {
        return address != null && address.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    }

    static String from(HttpServletRequest request) {
        var query = request.getQueryString();
        var wanted = request.getRequestURI().substring(request.getContextPath().length()) + (query == null ? "" : "?" + query);
        var back = "GET".equals(request.getMethod()) && !"/".equals(wanted)
                ? "?from=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : "";
        return request.getContextPath() + "/login" + back;
    }
}
