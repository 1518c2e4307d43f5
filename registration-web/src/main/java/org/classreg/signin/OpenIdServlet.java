package org.classreg.signin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.classreg.security.ForeignIdentities;
import org.classreg.security.Recognition;

/** Sends visitors to the OpenID provider, and takes those in whom it sends back and the office knows. */
@WebServlet({OpenIdServlet.BEGIN, OpenIdServlet.CALLBACK})
public class OpenIdServlet extends HttpServlet {

    /** The attribute of a request in which a refusal tells the sign-in page why, in words for people. */
    public static final String REFUSAL = OpenIdServlet.class.getName();

    static final String BEGIN = "/login/oidc";
    static final String CALLBACK = "/login/oidc/callback";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(OpenIdServlet.class.getName());
    private static final String PENDING = PendingSignIn.class.getName();

    @Inject
    OpenIdProvider provider;

    @Inject
    ForeignIdentities identities;

    @Inject
    Sessions sessions;

    @Inject
    Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (provider.name().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            response.sendRedirect(BEGIN.equals(request.getServletPath()) ? begin(request) : end(request));
        } catch (OpenIdRefused refused) {
            LOG.log(Level.INFO, refused, () -> "Nobody was signed in by " + provider.name().orElseThrow());
            request.setAttribute(REFUSAL, refused.getMessage());
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher("/login.xhtml").forward(request, response);
        }
    }

    private String begin(HttpServletRequest request) throws OpenIdRefused {
        var pending = PendingSignIn.draw(request.getParameter("from"), clock.instant());
        var address = provider.address(pending, callback(request)).toString();
        request.getSession().setAttribute(PENDING, pending);
        return address;
    }

    private String end(HttpServletRequest request) throws OpenIdRefused {
        var pending = takePending(request);
        var identity = provider.identify(request.getParameterMap(), pending, callback(request));
        sessions.begin(request, username(identity));
        return request.getContextPath() + (SignInPath.isLocal(pending.from()) ? pending.from() : "/");
    }

    /** What was begun can be ended once. */
    private PendingSignIn takePending(HttpServletRequest request) throws OpenIdRefused {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(PENDING) instanceof PendingSignIn pending)) {
            throw new OpenIdRefused("No sign-in was begun in this browser, or it has ended. Try again.");
        }
        session.removeAttribute(PENDING);
        if (pending.isOver(clock.instant())) {
            throw new OpenIdRefused("The sign-in took too long. Try again.");
        }
        return pending;
    }

    private String username(OpenIdProvider.Identity identity) throws OpenIdRefused {
        var name = provider.name().orElseThrow();
        var found = identities.recognize(identity.issuer(), identity.subject(), identity.username());
        if (found instanceof Recognition.Welcome welcome) {
            return welcome.username();
        } else if (found instanceof Recognition.Disabled) {
            throw new OpenIdRefused("Your account here is switched off. Ask the registration office.");
        } else if (found instanceof Recognition.Taken) {
            throw new OpenIdRefused("%s is another account of %s here. Ask the registration office.".formatted(identity.username(), name));
        }
        throw new OpenIdRefused(identity.username() == null ? name + " did not tell your username. Tell the administrator."
                : "%s knows you as %s, but nobody here has this username. Ask the registration office to add you.".formatted(name, identity.username()));
    }

    /** The address of this server as the browser knows it. */
    private static URI callback(HttpServletRequest request) {
        return URI.create(request.getRequestURL().toString()).resolve(request.getContextPath() + CALLBACK);
    }
}
