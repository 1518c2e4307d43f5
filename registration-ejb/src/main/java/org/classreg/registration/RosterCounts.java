package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** How many are in a program and its sections, now or at any instant, without who they are. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class RosterCounts {

    @Inject
    EntityManager em;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    RegistrationTypes types;

    @Inject
    Locks locks;

    /**
     * How many registrations of one type were valid in a program at each of these instants, in their order.
     *
     * @throws NotFound if there is no such program
     * @throws InvalidInput if there is no such type
     */
    public List<Long> inProgram(String programCode, String typeName, List<Instant> instants) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        locks.settle(catalog.sections(programCode));
        return at(instants, em.createNamedQuery(StudentRegistration.COUNT_IN_PROGRAM, Long.class).setParameter("program", program), typeName);
    }

    /**
     * How many registrations of one type were valid in a section at each of these instants, in their order.
     *
     * @throws NotFound if there is no such section
     * @throws InvalidInput if there is no such type
     */
    public List<Long> inSection(SectionId id, String typeName, List<Instant> instants) {
        var section = catalog.getSection(id);
        caller.requireStaff(section.getProgram());
        locks.settle(section);
        return at(instants, em.createNamedQuery(StudentRegistration.COUNT, Long.class).setParameter("section", section), typeName);
    }

    /** Whatever was being written has been waited for: an answer as of now is the answer for that instant for ever. */
    private List<Long> at(List<Instant> instants, TypedQuery<Long> query, String typeName) {
        query.setParameter("type", types.getByName(typeName).getName());
        return instants.stream().map(at -> query.setParameter("at", at).getSingleResult()).toList();
    }
}
