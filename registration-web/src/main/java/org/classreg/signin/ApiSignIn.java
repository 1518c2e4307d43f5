package org.classreg.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.classreg.problem.Problem;
import org.classreg.problem.Problems;
import org.classreg.security.AccessToken.Scope;
import org.classreg.security.AccessTokens;
import org.classreg.security.SignIns;
import org.classreg.security.Verdict;

/** Signs the callers of the API in, each request, by Basic authentication or an access token. */
@ApplicationScoped
class ApiSignIn {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";
    private static final String BASIC_CHALLENGE = "Basic realm=\"registration\", charset=\"UTF-8\"";
    private static final String BEARER_CHALLENGE = "Bearer realm=\"registration\"";

    @Inject
    SignIns signIns;

    @Inject
    AccessTokens tokens;

    @Inject
    RateLimit limit;

    @Inject
    Sharing sharing;

    AuthenticationStatus validate(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        sharing.mark(request, response);
        if (sharing.answers(request, response)) {
            return AuthenticationStatus.SEND_CONTINUE;
        }
        var header = request.getHeader("Authorization");
        if (header == null) {
            return context.isProtected() ? unknown(request, response, "", "Sign in by Basic authentication or an access token.") : context.doNothing();
        }
        if (has(header, BEARER)) {
            return byToken(header.substring(BEARER.length()).strip(), request, response, context);
        }
        return credential(header).map(credential -> byPassword(credential, request, response, context))
                .orElseGet(() -> unknown(request, response, "", "The Authorization header is neither Basic nor Bearer, or not well formed."));
    }

    private AuthenticationStatus byPassword(BasicAuthenticationCredential credential, HttpServletRequest request, HttpServletResponse response,
            HttpMessageContext context) {
        var verdict = signIns.attempt(credential.getCaller(), credential.getPasswordAsString(), Clients.address(request));
        if (verdict instanceof Verdict.Welcome welcome) {
            return limit.admits(credential.getCaller(), response)
                    ? context.notifyContainerAboutLogin(credential.getCaller(), SignInMechanism.inPerson(welcome.roles()))
                    : AuthenticationStatus.SEND_FAILURE;
        } else if (verdict instanceof Verdict.Wait wait) {
            Problems.write(response, Problem.tooManyAttempts(wait.seconds()), wait.seconds());
            return AuthenticationStatus.SEND_FAILURE;
        }
        return unknown(request, response, "", "The username or password is wrong.");
    }

    private AuthenticationStatus byToken(String secret, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var bearer = tokens.verify(secret);
        if (bearer.isEmpty()) {
            return unknown(request, response, ", error=\"invalid_token\"", "The access token is unknown, has expired or was revoked.");
        }
        if (!limit.admits(bearer.get().username(), response)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (bearer.get().scope() == Scope.READ && !Guard.isSafe(request.getMethod())) {
            response.addHeader("WWW-Authenticate", BEARER_CHALLENGE + ", error=\"insufficient_scope\", scope=\"write\"");
            Problems.write(response, Problem.of(403, "This access token may only read."));
            return AuthenticationStatus.SEND_FAILURE;
        }
        return context.notifyContainerAboutLogin(bearer.get().username(), bearer.get().roles());
    }

    private AuthenticationStatus unknown(HttpServletRequest request, HttpServletResponse response, String error, String detail) {
        if (!limit.admitsUnknown(request, response)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        response.addHeader("WWW-Authenticate", BASIC_CHALLENGE);
        response.addHeader("WWW-Authenticate", BEARER_CHALLENGE + error);
        Problems.write(response, Problem.of(401, detail));
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static Optional<BasicAuthenticationCredential> credential(String header) {
        try {
            return has(header, BASIC) ? Optional.of(new BasicAuthenticationCredential(header.substring(BASIC.length()).strip())) : Optional.empty();
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static boolean has(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
