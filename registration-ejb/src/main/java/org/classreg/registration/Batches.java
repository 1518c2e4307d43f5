package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;
import static org.classreg.people.Role.TEACHER_ROLE;
import static org.classreg.people.Role.VOLUNTEER_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.operations.Operation;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.registration.Admission.Phase;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Does for a list of students what can be done, in one operation, and says of each line what became of it. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class Batches {

    private static final int LONGEST = 1_000;

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
    RegistrationTypes types;

    @Inject
    Admission admission;

    @Inject
    Locks locks;

    @Inject
    Seating seating;

    @Inject
    Journal journal;

    /** @param type a registration type, by name */
    public record Line(String student, String section, String type) {
    }

    /** @param present whether the student came */
    public record Mark(String student, boolean present) {
    }

    /**
     * Registers students, in the order of the list.
     *
     * @param lines at most 1,000
     * @throws NotFound if there is no such program
     * @throws InvalidInput if the list is too long
     */
    public List<LineResult> register(String programCode, List<Line> lines) {
        requireNotTooLong(lines);
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var sections = catalog.sections(programCode);
        locks.students(lines.stream().flatMap(line -> people.findByUsername(line.student()).stream()).toList());
        locks.sections(sections);
        var at = clock.instant();
        var operation = journal.begin("batch", at).in(program);
        var results = lines.stream().map(line -> attempt(line.student(), () -> register(sections, line, at, operation))).toList();
        journal.close(operation);
        return results;
    }

    private StudentRegistration register(List<ClassSection> sections, Line line, Instant at, Operation operation) {
        var student = find(line.student());
        var section = sections.stream().filter(one -> one.getCode().equals(line.section())).findFirst()
                .orElseThrow(() -> new NotFound("section", line.section()));
        var type = types.all().stream().filter(one -> one.isNamed(line.type()) && !one.isNamed(RegistrationType.OFFERED)).findFirst()
                .orElseThrow(() -> new NotFound("registration type", line.type()));
        admission.requireNew(student, section, type, Optional.empty(), Phase.BEHIND_LOCKS);
        return seating.begin(student, section, type, at, operation);
    }

    /**
     * Marks who came to a section and who did not.
     *
     * @param marks at most 1,000
     * @throws NotFound if there is no such section
     * @throws InvalidInput if the list is too long
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE, TEACHER_ROLE})
    public List<LineResult> markAttendance(SectionId id, List<Mark> marks) {
        requireNotTooLong(marks);
        var section = catalog.getSection(id);
        caller.requireTeacherOf(section);
        locks.students(marks.stream().flatMap(mark -> people.findByUsername(mark.student()).stream()).toList());
        locks.shareSections(List.of(section));
        var at = clock.instant();
        var operation = journal.begin("attendance", at).in(section.getProgram());
        var results = marks.stream().map(mark -> attempt(mark.student(), () -> mark(section, mark, at, operation))).toList();
        journal.close(operation);
        return results;
    }

    private StudentRegistration mark(ClassSection section, Mark mark, Instant at, Operation operation) {
        var student = find(mark.student());
        var active = active(student, section);
        var attended = active.stream().filter(row -> row.getType().isNamed(RegistrationType.ATTENDED)).findFirst();
        if (attended.isPresent() == mark.present()) {
            return null;
        }
        if (attended.isPresent()) {
            attended.get().expire(at, operation);
            return attended.get();
        }
        if (active.isEmpty() && !caller.isStaff(section.getProgram())) {
            throw new NotFound("person", mark.student());
        }
        if (active.stream().noneMatch(row -> row.getType().takesSeat())) {
            throw new Refused("NOT_ENROLLED", "%s is not enrolled in %s.".formatted(student.name(), section.getCode()));
        }
        return seating.begin(student, section, types.getByName(RegistrationType.ATTENDED), at, operation);
    }

    /**
     * Enrolls a student who walks in, checks them in and marks that they came, in one operation.
     *
     * @param override of the rules, if staff, and not a volunteer, let the student in against some
     * @return the enrollment
     * @throws NotFound if there is no such section or person
     * @throws Refused with every reason that is not overridden
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE, VOLUNTEER_ROLE})
    public StudentRegistration walkIn(SectionId id, String username, Optional<RuleOverride> override) {
        override.ifPresent(RuleOverride::requireValid);
        var section = catalog.getSection(id);
        caller.requireCheckIn(section.getProgram());
        override.ifPresent(rules -> caller.requireStaff(section.getProgram()));
        var student = people.getByUsername(username);
        var enrolled = types.getByName(RegistrationType.ENROLLED);
        admission.requireNew(student, section, enrolled, override, Phase.BEFORE_LOCKS);
        locks.studentAndSections(student, section);
        locks.shareProgram(section.getProgram());
        admission.requireNew(student, section, enrolled, override, Phase.BEHIND_LOCKS);
        var at = clock.instant();
        var operation = journal.begin("walkIn", at, override.map(RuleOverride::explanation).orElse(null))
                .in(section.getProgram()).onBehalfOf(student);
        override.ifPresent(by -> by.note(operation));
        var enrollment = seating.begin(student, section, enrolled, at, operation);
        if (active(student, section).stream().noneMatch(row -> row.getType().isNamed(RegistrationType.ATTENDED))) {
            seating.begin(student, section, types.getByName(RegistrationType.ATTENDED), at, operation);
        }
        var isIn = em.createNamedQuery(CheckIn.ACTIVE, CheckIn.class)
                .setParameter("student", student).setParameter("program", section.getProgram())
                .getResultStream().findAny().isPresent();
        if (!isIn) {
            em.persist(new CheckIn(student, section.getProgram(), at, operation));
        }
        return enrollment;
    }

    /** Unlike the boundary's own method this one does not end the transaction when it finds nobody. */
    private Person find(String username) {
        return people.findByUsername(username).orElseThrow(() -> new NotFound("person", username));
    }

    private List<StudentRegistration> active(Person student, ClassSection section) {
        return em.createNamedQuery(StudentRegistration.ACTIVE_OF_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("section", section)
                .getResultList();
    }

    private interface Attempt {
        StudentRegistration make();
    }

    /** The rules are asked before anything is written: a line that is refused leaves nothing behind. */
    private static LineResult attempt(String student, Attempt attempt) {
        try {
            return LineResult.done(student, attempt.make());
        } catch (Refused e) {
            return LineResult.refused(student, e.reasons());
        } catch (NotFound e) {
            return LineResult.refused(student, List.of(new Reason("NOT_FOUND", e.getMessage())));
        }
    }

    private static void requireNotTooLong(List<?> lines) {
        if (lines.size() > LONGEST) {
            throw new InvalidInput("lines", "At most %d lines at a time; these are %d.".formatted(LONGEST, lines.size()));
        }
    }
}
