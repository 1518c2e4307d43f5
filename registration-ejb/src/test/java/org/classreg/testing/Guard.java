package org.classreg.testing;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.security.enterprise.SecurityContext;
import java.util.Arrays;
import org.classreg.people.Role;

/** Does what the server does with {@link RolesAllowed}, before anything else. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class Guard {

    @Inject
    SecurityContext caller;

    @AroundInvoke
    Object letIn(InvocationContext call) throws Exception {
        var method = call.getMethod();
        var ofMethod = method.getAnnotation(RolesAllowed.class);
        var roles = ofMethod != null || method.isAnnotationPresent(PermitAll.class) ? ofMethod
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        if (roles != null && Arrays.stream(roles.value()).noneMatch(role -> role.equals(Role.SIGNED_IN) || caller.isCallerInRole(role))) {
            throw new EJBAccessException(method + " is not for " + caller.getCallerPrincipal().getName());
        }
        return call.proceed();
    }
}
