package org.classreg.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;
import org.classreg.errors.Forbidden;
import org.classreg.errors.NotFound;
import org.classreg.people.Person;
import org.classreg.people.Role;

/**
 * Who is calling, and what the caller may do. An administrator may do all. What the container knows already is asked of it: an administrator
 * and a student in her own matters cost no statement, whoever has a right in some program costs one.
 */
@Dependent
public class Caller {

    /** The container's role of whoever signed in as a person, not by an access token: an account is in its person's hands alone. */
    public static final String IN_PERSON_ROLE = "in-person";

    @Inject
    SecurityContext security;

    @Inject
    EntityManager em;

    /** The caller's username. */
    public String name() {
        var principal = security.getCallerPrincipal();
        return principal == null ? "anonymous" : principal.getName();
    }

    /** Whether the caller has the role; one of programs: in at least one of them. */
    public boolean is(Role role) {
        return security.isCallerInRole(role.roleName());
    }

    /** @throws Forbidden unless the caller has the role; for work that must not even begin, such as reading a file that was sent */
    public void require(Role role) {
        require(is(role));
    }

    /** Whether the caller runs the program. */
    public boolean isStaff(Program program) {
        return is(Role.ADMIN) || is(Role.STAFF) && has(Set.of(Role.STAFF), program);
    }

    /** Whether the caller sees and undoes what was done in a program; empty for what is about none or several, which administrators see. */
    public boolean maySee(Optional<Program> program) {
        return program.map(this::isStaff).orElseGet(() -> is(Role.ADMIN));
    }

    /** @throws Forbidden unless the caller runs the program */
    public void requireStaff(Program program) {
        require(isStaff(program));
    }

    /** Whether the caller checks students in at the program: its staff and volunteers. */
    public boolean mayCheckIn(Program program) {
        return is(Role.ADMIN) || (is(Role.STAFF) || is(Role.VOLUNTEER)) && has(Set.of(Role.STAFF, Role.VOLUNTEER), program);
    }

    /** @throws Forbidden unless the caller checks students in at the program */
    public void requireCheckIn(Program program) {
        require(mayCheckIn(program));
    }

    /** Whether the caller sees who is in a section, and takes its attendance: its teachers and the staff of its program. */
    public boolean teaches(ClassSection section) {
        return is(Role.TEACHER) && isTeacherOf(section) || isStaff(section.getProgram());
    }

    /** @throws Forbidden unless the caller {@link #teaches} the section */
    public void requireTeacherOf(ClassSection section) {
        require(teaches(section));
    }

    /** Whether the caller sees and changes what a student has in a program: the student, and the staff of the program. */
    public boolean mayActFor(Person student, Program program) {
        return student.isNamed(name()) || isStaff(program);
    }

    /** Whether the caller sees what a student has in a section: who {@link #mayActFor may act for} the student in the program, and the teachers. */
    public boolean maySee(Person student, ClassSection section) {
        return student.isNamed(name()) || teaches(section);
    }

    /** @throws Forbidden unless the caller, who may see what a student has in a section, may also act for the student */
    public void requireMayAct(Person student, ClassSection section) {
        require(mayActFor(student, section.getProgram()));
    }

    /** @throws NotFound as for a username that nobody has, unless the caller {@link #mayActFor may act for} the student in the program */
    public void requireMayActFor(Person student, Program program) {
        if (!mayActFor(student, program)) {
            throw new NotFound("person", student.getUsername());
        }
    }

    /** The programs in which the caller has been given one of the roles; of an administrator, those given by name. */
    public List<Program> programs(Role... roles) {
        return em.createNamedQuery(ProgramRole.PROGRAMS_OF_PERSON, Program.class)
                .setParameter("username", name()).setParameter("roles", List.of(roles)).getResultList();
    }

    private boolean has(Set<Role> roles, Program program) {
        return em.createNamedQuery(ProgramRole.ROLES_IN_PROGRAM, Role.class)
                .setParameter("program", program).setParameter("username", name()).getResultStream().anyMatch(roles::contains);
    }

    private boolean isTeacherOf(ClassSection section) {
        return em.createNamedQuery(SectionTeacher.COUNT, Long.class)
                .setParameter("section", section).setParameter("username", name()).getSingleResult() > 0;
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new Forbidden("Your role does not allow this.");
        }
    }
}
