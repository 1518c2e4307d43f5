package org.classreg.setup;

import static org.classreg.registration.RegistrationType.ENROLLED;
import static org.classreg.registration.RegistrationType.INTERESTED;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.ClassSubject;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.StudentSubjectInterest;
import org.classreg.rules.Addition;

/**
 * What students and staff of the sample did in two weeks, one after the other in time. As each asks the rules before it acts, the
 * rules held at every instant.
 */
final class SampleHistory {

    private static final Duration LENGTH = Duration.ofDays(14);
    private static final int ENROLLMENTS = 680;
    private static final int DROPS = 60;
    private static final int MOVES = 60;
    private static final int INTERESTS = 120;
    private static final int RANKING_PERCENT = 85;
    private static final int PRIORITIES = 3;
    private static final int MOST_INTERESTED = 4;
    private static final int STAFF_PERCENT = 15;

    private final EntityManager em;
    private final Random random;
    private final Map<String, RegistrationType> types;
    private final List<Person> students;
    private final List<ClassSection> sections;
    private final List<StudentRegistration> active = new ArrayList<>();
    private final Map<Person, Set<ClassSubject>> known = new HashMap<>();

    SampleHistory(EntityManager em, Random random, List<RegistrationType> types, List<Person> students, List<ClassSection> sections) {
        this.em = em;
        this.random = random;
        this.types = types.stream().collect(Collectors.toMap(RegistrationType::getName, Function.identity()));
        this.students = students;
        this.sections = mostWantedFirst(sections);
    }

    private List<ClassSection> mostWantedFirst(List<ClassSection> all) {
        var subjects = new ArrayList<>(all.stream().map(ClassSection::getSubject).distinct().toList());
        Collections.shuffle(subjects, random);
        return subjects.stream()
                .flatMap(subject -> all.stream().filter(section -> section.getSubject().equals(subject)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** @param now when it ends */
    void unfold(Instant now) {
        var events = events();
        var step = (int) LENGTH.toSeconds() / events.size();
        var at = now.minus(LENGTH);
        for (var event : events) {
            event.accept(at.plusSeconds(random.nextInt(step)));
            at = at.plusSeconds(step);
        }
    }

    private List<Consumer<Instant>> events() {
        var events = new ArrayList<Consumer<Instant>>();
        events.addAll(Collections.nCopies(ENROLLMENTS, this::enroll));
        events.addAll(Collections.nCopies(DROPS, this::drop));
        events.addAll(Collections.nCopies(MOVES, this::move));
        events.addAll(Collections.nCopies(INTERESTS, this::express));
        students.stream().filter(student -> random.nextInt(100) < RANKING_PERCENT).forEach(student -> events.add(at -> rank(student, at)));
        Collections.shuffle(events, random);
        events.add(events.size() * 3 / 4, this::cancelASection);
        events.add(events.size() * 7 / 8, this::closeASection);
        return events;
    }

    private void enroll(Instant at) {
        var student = any(students);
        pick(student).filter(section -> isAllowed(student, section, ENROLLED, schedule(student), at)).ifPresent(section ->
                start(student, section, ENROLLED, begin("register", student, at)));
    }

    private void drop(Instant at) {
        anyEnrolled().ifPresent(registration -> end(registration, begin("expire", registration.getStudent(), at)));
    }

    private void move(Instant at) {
        anyEnrolled().ifPresent(old -> {
            var student = old.getStudent();
            var others = schedule(student).stream().filter(section -> !section.equals(old.getSection())).toList();
            alternative(old.getSection()).or(() -> pick(student))
                    .filter(section -> isAllowed(student, section, ENROLLED, others, at))
                    .ifPresent(section -> {
                        var operation = begin("move", student, at);
                        end(old, operation);
                        start(student, section, ENROLLED, operation);
                    });
        });
    }

    private void rank(Person student, Instant at) {
        var operation = begin(new Operation("rank", student.getUsername(), null, at));
        var wishes = PRIORITIES + random.nextInt(MOST_INTERESTED + 1);
        for (int rank = 1; rank <= wishes; rank++) {
            var type = rank <= PRIORITIES ? RegistrationType.priority(rank) : INTERESTED;
            pick(student).filter(section -> isAllowed(student, section, type, schedule(student), at))
                    .ifPresent(section -> start(student, section, type, operation));
        }
    }

    private void express(Instant at) {
        var student = any(students);
        pick(student).ifPresent(section -> {
            em.persist(new StudentSubjectInterest(student, section.getSubject(), at, begin(new Operation("interest", student.getUsername(), null, at))));
            known(student).add(section.getSubject());
        });
    }

    private void cancelASection(Instant at) {
        var section = sections.remove(sections.size() / 2);
        section.setStatus(ClassStatus.CANCELLED);
        var operation = begin(new Operation("expire", FirstAdministrator.DEFAULT_NAME, "The teacher cannot come.", at));
        active.stream().filter(registration -> registration.getSection().equals(section)).toList()
                .forEach(registration -> end(registration, operation));
    }

    private void closeASection(Instant at) {
        sections.get(sections.size() / 3).setRegistrationOpen(false);
    }

    private void start(Person student, ClassSection section, String type, Operation operation) {
        var registration = new StudentRegistration(student, section, types.get(type), operation.getPerformedAt(), operation);
        em.persist(registration);
        active.add(registration);
        known(student).add(section.getSubject());
    }

    private void end(StudentRegistration registration, Operation operation) {
        registration.expire(operation.getPerformedAt(), operation);
        active.remove(registration);
    }

    private Operation begin(String kind, Person student, Instant at) {
        return begin(new Operation(kind, caller(student), null, at).onBehalfOf(student));
    }

    private Operation begin(Operation operation) {
        em.persist(operation.in(sections.get(0).getProgram()));
        return operation;
    }

    private boolean isAllowed(Person student, ClassSection section, String type, List<ClassSection> schedule, Instant at) {
        return types.get(type).rules().objections(new Addition(student, section, schedule, at, cap -> 0)).isEmpty();
    }

    private List<ClassSection> schedule(Person student) {
        return active.stream()
                .filter(registration -> registration.getType().takesSeat() && registration.getStudent().equals(student))
                .map(StudentRegistration::getSection)
                .toList();
    }

    /** A section for the student's grade of a class new to the student, rather a wanted one. */
    private Optional<ClassSection> pick(Person student) {
        var suitable = sections.stream()
                .filter(section -> student.grade().filter(section.getSubject()::admits).isPresent())
                .filter(section -> !known(student).contains(section.getSubject()))
                .toList();
        var chance = random.nextDouble();
        return suitable.isEmpty() ? Optional.empty() : Optional.of(suitable.get((int) (suitable.size() * chance * chance)));
    }

    private Optional<ClassSection> alternative(ClassSection section) {
        return sections.stream()
                .filter(other -> other.getSubject().equals(section.getSubject()) && !other.equals(section))
                .findFirst();
    }

    private Optional<StudentRegistration> anyEnrolled() {
        var enrolled = active.stream().filter(registration -> registration.getType().takesSeat()).toList();
        return enrolled.isEmpty() ? Optional.empty() : Optional.of(any(enrolled));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Mostly the student; sometimes staff, on the phone with the student. */
    private String caller(Person student) {
        return random.nextInt(100) < STAFF_PERCENT ? FirstAdministrator.DEFAULT_NAME : student.getUsername();
    }

    private Set<ClassSubject> known(Person student) {
        return known.computeIfAbsent(student, first -> new HashSet<>());
    }
}
