package org.classreg.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;
import org.classreg.transactions.Busy;

/**
 * Gives out seats, and gives those that become free to who waits first: in the same transaction, whoever frees them. Who cannot take
 * a seat is passed over and keeps the place in line.
 */
@Dependent
public class Seating {

    private static final Comparator<StudentRegistration> IN_LINE = Comparator
            .comparing((StudentRegistration waiting) -> waiting.getSection().getId())
            .thenComparing(waiting -> waiting.place().orElseThrow());

    @Inject
    EntityManager em;

    @Inject
    Locks locks;

    @Inject
    RegistrationTypes types;

    @Inject
    Headcount headcount;

    /**
     * Locks what a change that frees seats needs: the students and all who wait for the sections, then the sections.
     *
     * @param students whose registrations change
     * @param freed in which seats may become free
     * @param others which are to be locked besides
     * @return the sections to {@link #fill} after the change: those, those for which the students wait themselves, who may have
     * time for them then, and those with free seats of which a cap of the program keeps who waits
     * @throws Busy if somebody has joined a line meanwhile; to be tried again
     */
    public Set<ClassSection> lock(Collection<Person> students, Collection<ClassSection> freed, ClassSection... others) {
        Set<ClassSection> lines = new LinkedHashSet<>(freed);
        if (!freed.isEmpty()) {
            lines.addAll(awaited(students));
            lines.addAll(heldUpByCaps(freed));
        }
        var concerned = Stream.concat(students.stream(), waiting(lines).stream().map(StudentRegistration::getStudent)).collect(Collectors.toSet());
        locks.students(concerned);
        locks.sections(Stream.concat(lines.stream(), Stream.of(others)).toList());
        var overlooked = waiting(lines).stream().anyMatch(waiting -> !concerned.contains(waiting.getStudent()));
        if (overlooked || !freed.isEmpty() && !(lines.containsAll(awaited(students)) && lines.containsAll(heldUpByCaps(freed)))) {
            throw new Busy();
        }
        return lines;
    }

    /** Starts a registration. What it needs must be locked; whether it is allowed has been asked. */
    StudentRegistration begin(Person student, ClassSection section, RegistrationType type, Instant at, Operation operation) {
        keep(type);
        if (type.takesSeat()) {
            leaveLine(student, section, at, operation);
            if (section.isFull()) {
                section.overbookByOne();
            }
        }
        var registration = new StudentRegistration(student, section, type, at, operation);
        if (type.isNamed(RegistrationType.WAITLIST)) {
            registration.inLineAt(section.nextPlace());
        }
        em.persist(registration);
        return registration;
    }

    /** A type that somebody may delete is kept until the transaction ends. */
    void keep(RegistrationType type) {
        if (!type.isBuiltIn()) {
            locks.shareType(type.getId());
        }
    }

    /** Ends the waiting of who gets a seat in the section. */
    public void leaveLine(Person student, ClassSection section, Instant at, Operation operation) {
        leaveLines(Map.of(section, Set.of(student)), at, operation);
    }

    /** The same for many, by section. */
    void leaveLines(Map<ClassSection, Set<Person>> seated, Instant at, Operation operation) {
        waiting(seated.keySet().stream().filter(ClassSection::hasHadWaitlist).toList()).stream()
                .filter(waiting -> seated.get(waiting.getSection()).contains(waiting.getStudent()))
                .forEach(waiting -> waiting.expire(at, operation));
    }

    /**
     * Gives free seats of sections to who waits for them, or keeps them for these if the program makes offers.
     *
     * @param sections that {@link #lock} has locked
     * @return the seats that were given
     */
    public List<StudentRegistration> fill(Collection<ClassSection> sections, Instant at, Operation operation) {
        var line = waiting(sections.stream().filter(section -> !section.isFull()).toList());
        var given = new ArrayList<StudentRegistration>();
        if (!line.isEmpty()) {
            var students = line.stream().map(StudentRegistration::getStudent).distinct().toList();
            var taken = seatsOf(students, at);
            locks.readAgain(taken.stream().map(StudentRegistration::getSection).distinct().toList());
            var seats = new Seats(taken);
            var overrides = Overrides.of(em, students, at);
            for (var waiting : line) {
                if (!waiting.getSection().isFull() && mayTake(waiting, seats, overrides, at)) {
                    var seat = give(waiting, at, operation);
                    seats.add(seat);
                    given.add(seat);
                }
            }
        }
        return given;
    }

    private boolean mayTake(StudentRegistration waiting, Seats seats, Overrides overrides, Instant at) {
        var student = waiting.getStudent();
        var section = waiting.getSection();
        var addition = new Addition(student, section, seats.schedule(student, section), at, headcount.locked(at));
        return overrides.without(Rules.SEAT.objections(addition), student, section).isEmpty();
    }

    private StudentRegistration give(StudentRegistration waiting, Instant at, Operation operation) {
        var section = waiting.getSection();
        var offer = section.getProgram().offerTime();
        waiting.expire(at, operation);
        var type = types.getByName(offer.isPresent() ? RegistrationType.OFFERED : RegistrationType.ENROLLED);
        var seat = new StudentRegistration(waiting.getStudent(), section, type, at, operation);
        offer.ifPresent(time -> seat.untilLapse(at.plus(time)));
        em.persist(seat);
        return seat;
    }

    private List<StudentRegistration> waiting(Collection<ClassSection> sections) {
        return sections.isEmpty() ? List.of() : em.createNamedQuery(StudentRegistration.WAITING, StudentRegistration.class)
                .setParameter("sections", sections)
                .getResultStream().sorted(IN_LINE).toList();
    }

    private List<ClassSection> awaited(Collection<Person> students) {
        return students.isEmpty() ? List.of() : em.createNamedQuery(StudentRegistration.AWAITED, ClassSection.class)
                .setParameter("students", students)
                .getResultList();
    }

    /** Who gives up the last seat in a program with a cap makes room in it for others, whatever they wait for. */
    private List<ClassSection> heldUpByCaps(Collection<ClassSection> freed) {
        var capped = freed.stream().map(ClassSection::getProgram).distinct().filter(program -> !program.caps().isEmpty()).toList();
        return capped.isEmpty() ? List.of() : em.createNamedQuery(StudentRegistration.AWAITED_WITH_SEATS_LEFT, ClassSection.class)
                .setParameter("programs", capped)
                .getResultList();
    }

    private List<StudentRegistration> seatsOf(List<Person> students, Instant at) {
        return em.createNamedQuery(StudentRegistration.SEATS_OF_STUDENTS, StudentRegistration.class)
                .setParameter("students", students)
                .setParameter("at", at)
                .getResultList();
    }
}
