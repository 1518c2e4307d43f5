package org.classreg.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;

/** The sessions of the pages, by whichever way somebody signed in. */
@ApplicationScoped
public class Sessions {

    private static final String CALLER = SessionCaller.class.getName();

    /** Idle sessions end after this many seconds; those of visitors who have not signed in are worth less. */
    private static final int IDLE_SECONDS = 30 * 60;

    @Inject
    Clock clock;

    /** Lets a person in, from this moment on: the session, if there is one, gets another id. */
    public void begin(HttpServletRequest request, String username) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setMaxInactiveInterval(IDLE_SECONDS);
        request.getSession().setAttribute(CALLER, new SessionCaller(username, clock.instant()));
    }

    /** Who has signed in to the session of the request; it ends if that was too long ago. */
    Optional<SessionCaller> caller(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(CALLER) instanceof SessionCaller caller)) {
            return Optional.empty();
        }
        if (caller.isOver(clock.instant())) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(caller);
    }
}
