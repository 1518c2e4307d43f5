package org.classreg.console;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.classreg.errors.TooManyAttempts;
import org.classreg.security.Verdict;
import org.classreg.signin.OpenIdProvider;
import org.classreg.signin.OpenIdServlet;
import org.classreg.signin.SignInMechanism;
import org.classreg.signin.SignInPath;

/** The way in and out. */
@Named
@RequestScoped
public class SignIn {

    @Inject
    SecurityContext security;

    @Inject
    ExternalContext external;

    @Inject
    OpenIdProvider provider;

    private String username;
    private String password;
    private String from;

    /** Signs in and goes on to the page that was asked for, or says that it cannot be. */
    public void signIn() throws IOException {
        var credential = new UsernamePasswordCredential(username == null ? "" : username.strip(), password == null ? "" : password);
        var status = security.authenticate((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse(),
                withParams().credential(credential).newAuthentication(true));
        if (status == AuthenticationStatus.SUCCESS) {
            goOn();
        } else {
            Messages.error(external.getRequestMap().get(SignInMechanism.VERDICT) instanceof Verdict.Wait wait
                    ? new TooManyAttempts(wait.seconds()).getMessage() : "The username or password is wrong.");
        }
    }

    /** Sends who is signed in already on. Tells who comes from the provider in vain why. */
    public void skip() throws IOException {
        var refusal = external.getRequestMap().get(OpenIdServlet.REFUSAL);
        if (refusal != null) {
            Messages.error(refusal.toString());
        } else if (security.getCallerPrincipal() != null) {
            goOn();
        }
    }

    public void signOut() throws IOException {
        external.invalidateSession();
        external.redirect(external.getRequestContextPath() + "/login");
    }

    private void goOn() throws IOException {
        external.redirect(external.getRequestContextPath() + (SignInPath.isLocal(from) ? from : "/"));
    }

    /** What people know the OpenID provider as; null if there is none. */
    public String getProvider() {
        return provider.name().orElse(null);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
