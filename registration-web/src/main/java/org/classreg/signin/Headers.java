package org.classreg.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The headers by which a browser keeps others out. To a page, PrimeFaces adds the rule for scripts with the nonce of the answer. */
final class Headers {

    private static final String OF_PAGES = "base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; "
            + "frame-src 'none'; img-src 'self' data:; manifest-src 'none'; media-src 'none'; object-src 'none'; style-src-elem 'self'; "
            + "style-src-attr 'unsafe-inline'; worker-src 'none'";
    private static final String OF_THE_REST = "default-src 'none'; frame-ancestors 'none'";

    private Headers() {
    }

    static void set(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", isPage(request) ? OF_PAGES : OF_THE_REST);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!Paths.isResource(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        return !Paths.isApi(request) && !Paths.isResource(request);
    }
}
