package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;
import static org.classreg.people.Role.TEACHER_ROLE;
import static org.classreg.time.Expirable.VALID_AT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lists.Conditions;
import org.classreg.lists.Slice;
import org.classreg.people.Person;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Who is in a section, now or at any instant. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE, TEACHER_ROLE})
public class Rosters {

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
     * The registrations of one type in a section that were valid at an instant, by the student's name.
     *
     * @param first how many to skip, from 0
     * @param limit how many at most, from 1
     * @throws NotFound if there is no such section
     * @throws InvalidInput if there is no such type
     */
    public List<StudentRegistration> roster(SectionId id, String typeName, Instant at, int first, int limit) {
        var type = types.getByName(typeName);
        return valid(settled(id), type.getName(), at, first, limit);
    }

    /**
     * A part of the registrations of one type in a section that were valid at an instant, by name unless another order is asked for.
     *
     * @param student the only one, by username; null for all
     * @throws NotFound if there is no such section
     * @throws InvalidInput if there is no such type, or no such order
     */
    public List<StudentRegistration> roster(SectionId id, String typeName, String student, Instant at, Slice slice) {
        var query = new Conditions(StudentRegistration.SELECT + " where e.section = :section and t.name = :type and " + VALID_AT)
                .with("type", types.getByName(typeName).getName())
                .with("section", settled(id))
                .with("at", at)
                .andIf("p.username = :student", "student", student);
        return RegistrationListings.ROSTER.query(em, StudentRegistration.class, query, slice).getResultList();
    }

    /**
     * Which registrations of a program are looked for. What is null does not matter.
     *
     * @param type by name
     * @param student by username
     * @param section by code
     */
    public record Filter(String type, String student, String section) {
    }

    /**
     * A part of the registrations in a program that were valid at an instant, by section and name unless another order is asked for.
     *
     * @throws NotFound if there is no such program
     * @throws InvalidInput if there is no such type, or no such order
     */
    public List<StudentRegistration> ofProgram(String programCode, Filter filter, Instant at, Slice slice) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        locks.settle(catalog.sections(programCode));
        var query = new Conditions(StudentRegistration.SELECT + " where e.program = :program and " + VALID_AT)
                .with("program", program)
                .with("at", at)
                .andIf("t.name = :type", "type", filter.type() == null ? null : types.getByName(filter.type()).getName())
                .andIf("p.username = :student", "student", filter.student())
                .andIf("s.code = :section", "section", filter.section());
        return RegistrationListings.OF_PROGRAM.query(em, StudentRegistration.class, query, slice).getResultList();
    }

    /**
     * How many registrations of one type were valid in a section at an instant.
     *
     * @throws NotFound if there is no such section
     * @throws InvalidInput if there is no such type
     */
    public long count(SectionId id, String typeName, Instant at) {
        return em.createNamedQuery(StudentRegistration.COUNT, Long.class)
                .setParameter("section", settled(id))
                .setParameter("type", types.getByName(typeName).getName())
                .setParameter("at", at)
                .getSingleResult();
    }

    /**
     * Who came and who left between two instants, in a program, by section and name.
     *
     * @throws NotFound if there is no such program
     * @throws InvalidInput if there is no such type
     */
    public Difference difference(String programCode, String typeName, Instant from, Instant to) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        locks.settle(catalog.sections(programCode));
        var type = types.getByName(typeName).getName();
        return new Difference(validAtButNot(program, type, to, from), validAtButNot(program, type, from, to));
    }

    private List<StudentRegistration> validAtButNot(Program program, String type, Instant at, Instant other) {
        return em.createNamedQuery(StudentRegistration.DIFFERENCE, StudentRegistration.class)
                .setParameter("program", program)
                .setParameter("type", type)
                .setParameter("at", at)
                .setParameter("other", other)
                .getResultList();
    }

    /**
     * Who of those enrolled in a section at an instant has attended it until then, by name.
     *
     * @throws NotFound if there is no such section
     */
    public List<Attendance> attendance(SectionId id, Instant at) {
        var section = settled(id);
        var present = valid(section, RegistrationType.ATTENDED, at, 0, Integer.MAX_VALUE).stream()
                .map(StudentRegistration::getStudent).map(Person::getId).collect(Collectors.toSet());
        return valid(section, RegistrationType.ENROLLED, at, 0, Integer.MAX_VALUE).stream()
                .map(StudentRegistration::getStudent)
                .map(student -> new Attendance(student, present.contains(student.getId())))
                .toList();
    }

    /** Whatever is being written waits or is waited for: an answer as of now is the answer for that instant for ever. */
    private ClassSection settled(SectionId id) {
        var section = catalog.getSection(id);
        caller.requireTeacherOf(section);
        locks.settle(section);
        return section;
    }

    private List<StudentRegistration> valid(ClassSection section, String type, Instant at, int first, int limit) {
        return em.createNamedQuery(StudentRegistration.VALID_FOR_SECTION, StudentRegistration.class)
                .setParameter("section", section)
                .setParameter("type", type)
                .setParameter("at", at)
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultList();
    }
}
