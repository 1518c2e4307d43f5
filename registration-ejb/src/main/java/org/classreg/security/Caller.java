package org.classreg.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import org.classreg.errors.Forbidden;
import org.classreg.people.Person;
import org.classreg.people.Role;

/** Who is calling, and whose registrations the caller may see and change. */
@Dependent
public class Caller {

    /** The container's role of whoever signed in as a person, not by an access token: an account is in its person's hands alone. */
    public static final String IN_PERSON_ROLE = "in-person";

    @Inject
    SecurityContext security;

    /** The caller's username. */
    public String name() {
        var principal = security.getCallerPrincipal();
        return principal == null ? "anonymous" : principal.getName();
    }

    public boolean is(Role role) {
        return security.isCallerInRole(role.roleName());
    }

    /** @throws Forbidden unless the caller has the role; for work that must not even begin, such as reading a file that was sent */
    public void require(Role role) {
        if (!is(role)) {
            throw new Forbidden("Your role does not allow this.");
        }
    }

    /** Whether the caller is an administrator, a teacher, or this very student. */
    public boolean mayRead(Person student) {
        return is(Role.TEACHER) || mayActFor(student);
    }

    /** Whether the caller is an administrator, or this very student. */
    public boolean mayActFor(Person student) {
        return is(Role.ADMIN) || student.isNamed(name());
    }

    /** @throws Forbidden unless the caller {@link #mayRead may read} the student's registrations */
    public void requireMayRead(Person student) {
        require(mayRead(student), student);
    }

    /** @throws Forbidden unless the caller {@link #mayActFor may act for} the student */
    public void requireMayActFor(Person student) {
        require(mayActFor(student), student);
    }

    private static void require(boolean allowed, Person student) {
        if (!allowed) {
            throw new Forbidden("The registrations of " + student.getUsername() + " are not yours.");
        }
    }
}
