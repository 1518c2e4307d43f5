package org.classreg.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.classreg.security.Accounts;
import org.classreg.security.Caller;
import org.classreg.security.SignIns;
import org.classreg.security.Verdict;

/**
 * Signs callers in: for the API each request by its Authorization header, and never by a session, which a foreign page could make use of;
 * for the pages by a form and a session. (Sessions also begin in {@link OpenIdServlet}.)
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    /** The attribute of a request in which a refused sign-in tells the page its {@link Verdict}. */
    public static final String VERDICT = Verdict.class.getName();

    @Inject
    ApiSignIn api;

    @Inject
    SignIns signIns;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Headers.set(request, response);
        return Paths.isApi(request) ? api.validate(request, response, context) : validatePage(request, response, context);
    }

    private AuthenticationStatus validatePage(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isAuthenticationRequest() && context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential credential) {
            return signIn(request, context, credential);
        }
        if (Paths.isResource(request)) {
            return context.doNothing();
        }
        var caller = sessions.caller(request);
        var roles = caller.flatMap(known -> accounts.standing(known.username(), known.since()));
        if (roles.isPresent()) {
            return context.notifyContainerAboutLogin(caller.get().username(), inPerson(roles.get()));
        }
        caller.ifPresent(over -> request.getSession().invalidate());
        if (!context.isProtected()) {
            return context.doNothing();
        }
        redirectToSignIn(request, response);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus signIn(HttpServletRequest request, HttpMessageContext context, UsernamePasswordCredential credential) {
        var verdict = signIns.attempt(credential.getCaller(), credential.getPasswordAsString(), Clients.address(request));
        if (!(verdict instanceof Verdict.Welcome welcome)) {
            request.setAttribute(VERDICT, verdict);
            return AuthenticationStatus.SEND_FAILURE;
        }
        sessions.begin(request, credential.getCaller());
        return context.notifyContainerAboutLogin(credential.getCaller(), inPerson(welcome.roles()));
    }

    /** The roles of a person who has signed in as such. */
    static Set<String> inPerson(Set<String> roles) {
        var all = new HashSet<>(roles);
        all.add(Caller.IN_PERSON_ROLE);
        return all;
    }

    private static void redirectToSignIn(HttpServletRequest request, HttpServletResponse response) {
        try {
            var signIn = SignInPath.from(request);
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + signIn
                        + "\"/></partial-response>");
                response.flushBuffer();
            } else {
                response.sendRedirect(signIn);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
