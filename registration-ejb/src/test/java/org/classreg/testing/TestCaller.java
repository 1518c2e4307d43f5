package org.classreg.testing;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import org.classreg.people.Role;
import org.classreg.security.Caller;

/** Who calls, in person: an administrator, until a test says otherwise. */
public final class TestCaller implements SecurityContext {

    private volatile String name = "admin";
    private volatile Set<Role> roles = Set.of(Role.ADMIN);

    /** From now on, this one calls, on all threads. */
    public void is(String username, Role... itsRoles) {
        name = username;
        roles = Set.of(itsRoles);
    }

    @Override
    public Principal getCallerPrincipal() {
        return () -> name;
    }

    @Override
    public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
        return Set.of();
    }

    @Override
    public boolean isCallerInRole(String roleName) {
        return Caller.IN_PERSON_ROLE.equals(roleName) || roles.stream().anyMatch(role -> role.roleName().equals(roleName));
    }

    @Override
    public boolean hasAccessToWebResource(String resource, String... methods) {
        return false;
    }

    @Override
    public AuthenticationStatus authenticate(HttpServletRequest request, HttpServletResponse response, AuthenticationParameters parameters) {
        return AuthenticationStatus.NOT_DONE;
    }
}
