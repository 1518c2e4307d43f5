package org.classreg.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.util.HashMap;
import java.util.Map;
import org.classreg.catalog.Catalog;
import org.classreg.people.Role;
import org.classreg.security.Caller;
import org.classreg.security.SectionTeachers;

/** Who looks at a page, and so what it offers. The boundaries enforce the same. */
@Named
@RequestScoped
public class Viewer {

    @Inject
    Caller caller;

    @Inject
    SecurityContext security;

    @Inject
    Catalog catalog;

    @Inject
    SectionTeachers teachers;

    private final Map<String, Boolean> runs = new HashMap<>();

    public String getName() {
        return caller.name();
    }

    public boolean isAdmin() {
        return caller.is(Role.ADMIN);
    }

    /** Whether the viewer is staff of some program. */
    public boolean isStaff() {
        return isAdmin() || caller.is(Role.STAFF);
    }

    /** Whether the viewer runs this program. */
    public boolean runs(String program) {
        return isAdmin() || caller.is(Role.STAFF) && runs.computeIfAbsent(program, code -> catalog.findProgram(code).map(caller::isStaff).orElse(false));
    }

    /** Whether the viewer checks students in at this program. */
    public boolean checksIn(String program) {
        return runs(program) || caller.is(Role.VOLUNTEER) && catalog.findProgram(program).map(caller::mayCheckIn).orElse(false);
    }

    /** Whether the viewer teaches in this program. */
    public boolean teachesIn(String program) {
        return caller.is(Role.TEACHER) && !teachers.ownSections(program).isEmpty();
    }

    public boolean isSignedIn() {
        return security.getCallerPrincipal() != null;
    }
}
