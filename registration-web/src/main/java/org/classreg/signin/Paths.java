package org.classreg.signin;

import jakarta.servlet.http.HttpServletRequest;

/** What kind of thing a request asks for: by the path that the container decoded and mapped, never by the text as it was sent. */
final class Paths {

    private Paths() {
    }

    /** Whether it is for the API: then a session does not count. */
    static boolean isApi(HttpServletRequest request) {
        return (path(request) + "/").startsWith("/api/");
    }

    /** Whether it is for a style, script or picture of the pages, which are the same for everybody. */
    static boolean isResource(HttpServletRequest request) {
        return path(request).startsWith("/jakarta.faces.resource/");
    }

    private static String path(HttpServletRequest request) {
        var more = request.getPathInfo();
        return more == null ? request.getServletPath() : request.getServletPath() + more;
    }
}
