package org.classreg.signin;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose body is a {@link PacedStream}. */
class PacedRequest extends HttpServletRequestWrapper {

    private final PacedStream body;

    PacedRequest(HttpServletRequest request, PacedStream body) {
        super(request);
        this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }
}
