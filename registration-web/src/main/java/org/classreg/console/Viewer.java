package org.classreg.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import org.classreg.people.Role;
import org.classreg.security.Caller;

/** Who looks at a page, and so what it offers. The boundaries enforce the same. */
@Named
@RequestScoped
public class Viewer {

    @Inject
    Caller caller;

    @Inject
    SecurityContext security;

    public String getName() {
        return caller.name();
    }

    public boolean isAdmin() {
        return caller.is(Role.ADMIN);
    }

    public boolean isSignedIn() {
        return security.getCallerPrincipal() != null;
    }
}
