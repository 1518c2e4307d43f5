package org.classreg.registration;

import static org.classreg.people.Role.SIGNED_IN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionId;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.registration.Admission.Phase;
import org.classreg.security.Caller;
import org.classreg.transactions.Busy;
import org.classreg.transactions.Retried;

/** Enrolls where the student leaves open which section it is, or what else is to go for it. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(SIGNED_IN)
public class Enrollments {

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

    /**
     * Gives the student a seat in whichever section of a class fits: of those, the one with the most seats left.
     *
     * @throws NotFound if there is no such class or person
     * @throws Refused with the reasons against every section, or NO_SECTIONS if the class has none
     */
    public StudentRegistration enrollInClass(String programCode, String subjectCode, String username) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        var sections = sectionsOf(programCode, subjectCode);
        choose(student, sections, Phase.BEFORE_LOCKS);

        locks.students(List.of(student));
        locks.sections(sections);
        var section = choose(student, sections, Phase.BEHIND_LOCKS);
        var at = clock.instant();
        return seating.begin(student, section, enrolled(), at, journal.begin("register", at).in(program).onBehalfOf(student));
    }

    private List<ClassSection> sectionsOf(String programCode, String subjectCode) {
        var subject = catalog.getSubject(programCode, subjectCode);
        var sections = catalog.sections(programCode).stream().filter(section -> section.getSubject().equals(subject)).toList();
        if (sections.isEmpty()) {
            throw new Refused("NO_SECTIONS", "%s has no sections.".formatted(subject.getTitle()));
        }
        return sections;
    }

    private ClassSection choose(Person student, List<ClassSection> sections, Phase phase) {
        var objections = new ArrayList<Reason>();
        var byRoom = sections.stream()
                .sorted(Comparator.comparing(ClassSection::seatsLeft).reversed().thenComparing(ClassSection::getCode)).toList();
        for (var section : byRoom) {
            try {
                admission.requireNew(student, section, enrolled(), Optional.empty(), phase);
                return section;
            } catch (Refused refused) {
                objections.addAll(refused.reasons());
            }
        }
        throw new Refused(objections.stream().distinct().toList());
    }

    /**
     * Gives the student a seat in a section, and ends the seats that stand in its way: another section of the class, and what meets at
     * the same time. All of it or nothing; it is a change, in the program's windows.
     *
     * @throws NotFound if there is no such section or person
     * @throws Refused with every reason that is left
     */
    public StudentRegistration swapInto(SectionId id, String username) {
        var section = catalog.getSection(id);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, section.getProgram());
        var inTheWay = inTheWay(student, section, Phase.BEFORE_LOCKS);
        admission.requireInstead(student, section, enrolled(), inTheWay, Phase.BEFORE_LOCKS);

        var freed = seating.lock(List.of(student), inTheWay, section);
        var still = inTheWay(student, section, Phase.BEHIND_LOCKS);
        if (!inTheWay.containsAll(still)) {
            throw new Busy();
        }
        admission.requireInstead(student, section, enrolled(), still, Phase.BEHIND_LOCKS);
        var at = clock.instant();
        var operation = journal.begin("swap", at).in(section.getProgram()).onBehalfOf(student);
        seats(student, still).forEach(seat -> seat.expire(at, operation));
        em.flush();
        var registration = seating.begin(student, section, enrolled(), at, operation);
        seating.fill(freed, at, operation);
        return registration;
    }

    private List<ClassSection> inTheWay(Person student, ClassSection section, Phase phase) {
        return admission.schedule(student, section, clock.instant(), phase).stream()
                .filter(taken -> !taken.equals(section))
                .filter(taken -> taken.getSubject().equals(section.getSubject()) || taken.overlaps(section))
                .toList();
    }

    private List<StudentRegistration> seats(Person student, Collection<ClassSection> sections) {
        return sections.stream()
                .flatMap(section -> em.createNamedQuery(StudentRegistration.ACTIVE_OF_STUDENT, StudentRegistration.class)
                        .setParameter("student", student)
                        .setParameter("section", section)
                        .getResultStream())
                .filter(registration -> registration.getType().takesSeat())
                .toList();
    }

    private RegistrationType enrolled() {
        return types.getByName(RegistrationType.ENROLLED);
    }
}
