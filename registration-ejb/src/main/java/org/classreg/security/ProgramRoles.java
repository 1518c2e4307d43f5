package org.classreg.security;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Program;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.people.People;
import org.classreg.people.Role;

/** Who is staff and who a volunteer of a program. Administrators name the staff, the staff of a program its volunteers. */
@Stateless
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class ProgramRoles {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    People people;

    @Inject
    Event<Administered> administered;

    /**
     * The roles in a program that stand now, by role and name.
     *
     * @throws NotFound if there is no such program
     */
    public List<ProgramRole> of(String programCode) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        return standing(program);
    }

    /**
     * Gives somebody a role in a program; who has it keeps it as it is.
     *
     * @throws NotFound if there is no such program or person
     * @throws InvalidInput on the field "role" unless it is STAFF or VOLUNTEER
     */
    public ProgramRole grant(String programCode, String username, Role role) {
        var program = catalog.getProgram(programCode);
        requireMayGive(program, role);
        var person = people.getByUsername(username);
        return find(program, username, role).orElseGet(() -> {
            var grant = new ProgramRole(person, program, role, caller.name(), clock.instant());
            em.persist(grant);
            administered.fire(new Administered("grantRole", program, username + ": " + role.roleName()));
            return grant;
        });
    }

    /**
     * Takes a role back, at once; without it nothing changes.
     *
     * @throws NotFound if there is no such program
     * @throws InvalidInput on the field "role" unless it is STAFF or VOLUNTEER
     */
    public void revoke(String programCode, String username, Role role) {
        var program = catalog.getProgram(programCode);
        requireMayGive(program, role);
        find(program, username, role).ifPresent(grant -> {
            grant.revoke(caller.name(), clock.instant());
            administered.fire(new Administered("revokeRole", program, username + ": " + role.roleName()));
        });
    }

    private void requireMayGive(Program program, Role role) {
        caller.requireStaff(program);
        if (role == null || !role.isOfProgram()) {
            throw new InvalidInput("role", "In a program one is staff or volunteer.");
        }
        if (role == Role.STAFF) {
            caller.require(Role.ADMIN);
        }
    }

    private Optional<ProgramRole> find(Program program, String username, Role role) {
        return standing(program).stream().filter(grant -> grant.getRole() == role && grant.getPerson().isNamed(username)).findFirst();
    }

    private List<ProgramRole> standing(Program program) {
        return em.createNamedQuery(ProgramRole.OF_PROGRAM, ProgramRole.class).setParameter("program", program).getResultList();
    }
}
