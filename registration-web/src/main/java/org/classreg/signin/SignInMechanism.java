package org.classreg.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.classreg.problem.Problem;
import org.classreg.problem.Problems;

/** Signs callers in: by Basic authentication, each request, for the API; by a form and a session for the pages. */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    private static final String SESSION_CALLER = SignInMechanism.class.getName();
    private static final String BASIC = "Basic ";

    @Inject
    IdentityStoreHandler identityStore;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return isApi(request) ? validateApi(request, response, context) : validatePage(request, response, context);
    }

    private AuthenticationStatus validateApi(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var header = Optional.ofNullable(request.getHeader("Authorization"));
        var caller = header.flatMap(SignInMechanism::credential).map(identityStore::validate).filter(SignInMechanism::isValid);
        if (caller.isPresent()) {
            return context.notifyContainerAboutLogin(caller.get());
        }
        if (header.isEmpty() && !context.isProtected()) {
            return context.doNothing();
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"registration\", charset=\"UTF-8\"");
        Problems.write(response, Problem.of(401, header.isEmpty()
                ? "Sign in with Basic authentication." : "The username or password is wrong."));
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static Optional<Credential> credential(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            var basic = new BasicAuthenticationCredential(header.substring(BASIC.length()).trim());
            return Optional.of(new UsernamePasswordCredential(basic.getCaller(), basic.getPassword()));
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private AuthenticationStatus validatePage(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isAuthenticationRequest() && context.getAuthParameters().getCredential() != null) {
            return signIn(request, context);
        }
        var session = request.getSession(false);
        if (session != null && session.getAttribute(SESSION_CALLER) instanceof SessionCaller caller) {
            return context.notifyContainerAboutLogin(caller.username(), caller.roles());
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        redirectToSignIn(request, response);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus signIn(HttpServletRequest request, HttpMessageContext context) {
        var result = identityStore.validate(context.getAuthParameters().getCredential());
        if (!isValid(result)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(SESSION_CALLER,
                new SessionCaller(result.getCallerPrincipal().getName(), result.getCallerGroups()));
        return context.notifyContainerAboutLogin(result);
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

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static boolean isValid(CredentialValidationResult result) {
        return result.getStatus() == CredentialValidationResult.Status.VALID;
    }
}
