package org.classreg.exchange;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Seating;
import org.classreg.registration.StudentRegistration;
import org.classreg.security.SectionTeacher;
import org.classreg.transactions.Chunks;

/**
 * All that an import speaks of and the office knows, loaded by a few queries however many rows there are. What the import adds
 * is entered too.
 */
final class Directory {

    private final EntityManager em;
    private final Keys keys;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Person> peopleByUsername = new HashMap<>();
    private final Set<Program> programs = new LinkedHashSet<>();
    private final Map<String, ProgramContents> contents = new LinkedHashMap<>();
    private final Map<String, ClassSection> sections = new HashMap<>();
    private final Map<String, StudentRegistration> enrollments = new HashMap<>();
    private final Map<String, SectionTeacher> teachers = new HashMap<>();
    private final List<SectionTeacher> teaching = new ArrayList<>();
    private final Map<String, RegistrationType> types = new LinkedHashMap<>();
    private final List<StudentRegistration> registrations = new ArrayList<>();

    /** Finds the people and the programs that an import speaks of. */
    Directory(EntityManager em, Keys keys, List<RegistrationType> types) {
        this.em = em;
        this.keys = keys;
        types.forEach(type -> this.types.put(type.getName(), type));
        inChunks(Person.BY_SOURCED_IDS, Person.class, keys.people(), this::enter);
        inChunks(Person.BY_USERNAMES, Person.class, keys.usernames(), this::enter);
        findEnrollments();
        findPrograms();
    }

    private void findEnrollments() {
        inChunks(StudentRegistration.BY_SOURCED_IDS, StudentRegistration.class, keys.enrollments(),
                enrollment -> enrollments.put(enrollment.getSourcedId(), enrollment));
    }

    private void findPrograms() {
        em.createNamedQuery(Program.ALL, Program.class).getResultStream()
                .filter(program -> keys.programs().contains(program.getCode())).forEach(programs::add);
        inChunks(ClassSubject.BY_SOURCED_IDS, ClassSubject.class, keys.courses(), subject -> programs.add(subject.getProgram()));
        inChunks(ClassSection.BY_SOURCED_IDS, ClassSection.class, keys.sections(), section -> programs.add(section.getProgram()));
        enrollments.values().forEach(enrollment -> programs.add(enrollment.getSection().getProgram()));
    }

    /** Locks the people, until the transaction ends. */
    void lockPeople(Locks locks) {
        locks.students(known());
    }

    /** Keeps others from deleting what the programs have, until the transaction ends; after the seats. */
    void lockPrograms(Locks locks) {
        programs.stream().sorted(Comparator.comparing(Program::getId)).forEach(locks::program);
    }

    /** Keeps others from deleting registration types, until the transaction ends; after all else. */
    void keepTypes(Locks locks) {
        types.values().stream().filter(type -> !type.isBuiltIn()).forEach(type -> locks.shareType(type.getId()));
    }

    private Set<Person> known() {
        var enrolled = enrollments.values().stream().map(StudentRegistration::getStudent);
        return Stream.concat(enrolled, Stream.concat(people.values().stream(), peopleByUsername.values().stream())).collect(Collectors.toSet());
    }

    /**
     * Locks the people, the sections of the programs and whoever waits for these, until the transaction ends.
     *
     * @return the sections, in which seats may become free
     */
    Collection<ClassSection> lockSeats(Seating seating) {
        var sections = programs.stream()
                .flatMap(program -> em.createNamedQuery(ClassSection.OF_PROGRAM, ClassSection.class)
                        .setParameter("program", program.getCode()).getResultStream())
                .toList();
        return seating.lock(known(), sections);
    }

    /** Reads, behind the locks, what the programs have and who is registered in them. */
    void open(Changes changes) {
        programs.forEach(program -> enter(new ProgramContents(program, changes).load(em)));
        contents.values().forEach(program -> sections.putAll(program.sections()));
        findEnrollments();
        inChunks(SectionTeacher.BY_SOURCED_IDS, SectionTeacher.class, keys.enrollments(), this::enter);
        programs.forEach(program -> em.createNamedQuery(SectionTeacher.OF_PROGRAM, SectionTeacher.class)
                .setParameter("program", program).getResultList().forEach(this::enter));
        var seatsAndWishes = types.values().stream().filter(type -> type.takesSeat() || type.isPreference())
                .map(RegistrationType::getName).toList();
        programs.forEach(program -> registrations.addAll(em
                .createNamedQuery(StudentRegistration.VALID_FOR_PROGRAM, StudentRegistration.class)
                .setParameter("program", program)
                .setParameter("types", seatsAndWishes)
                .setParameter("at", changes.at())
                .getResultList()));
    }

    private <T> void inChunks(String query, Class<T> type, Collection<String> ids, Consumer<T> taker) {
        Chunks.of(ids).forEach(chunk -> em.createNamedQuery(query, type).setParameter("ids", chunk).getResultList().forEach(taker));
    }

    void enter(Person person) {
        peopleByUsername.put(person.getUsername(), person);
        if (person.getSourcedId() != null) {
            people.put(person.getSourcedId(), person);
        }
    }

    void enter(ProgramContents program) {
        contents.put(program.program().getCode(), program);
    }

    void enter(ProgramContents program, ClassSection section) {
        program.enter(section);
        sections.put(section.getSourcedId(), section);
    }

    /** By sourcedId; null if there is none. */
    Person person(String id) {
        return people.get(id);
    }

    /** Null if there is none. */
    Person personByUsername(String username) {
        return peopleByUsername.get(username);
    }

    /** By code; null if there is none. */
    ProgramContents program(String code) {
        return contents.get(code);
    }

    Collection<ProgramContents> programs() {
        return contents.values();
    }

    /** By sourcedId; null if there is none. */
    ClassSection section(String id) {
        return sections.get(id);
    }

    /** By sourcedId, ended or not; null if there is none. */
    StudentRegistration enrollment(String id) {
        return enrollments.get(id);
    }

    void enter(SectionTeacher teacher) {
        teaching.add(teacher);
        if (teacher.getSourcedId() != null) {
            teachers.put(teacher.getSourcedId(), teacher);
        }
    }

    /** By the sourcedId of the enrollment, ended or not; null if there is none. */
    SectionTeacher teacher(String id) {
        return teachers.get(id);
    }

    /** Who teaches now; null if the person does not teach the section. */
    SectionTeacher teacher(Person person, ClassSection section) {
        return teaching.stream().filter(one -> one.getRevokedAt() == null && one.getPerson() == person && one.getSection() == section)
                .findFirst().orElse(null);
    }

    RegistrationType type(String name) {
        return types.get(name);
    }

    Map<String, RegistrationType> preferenceTypes() {
        return types.values().stream().filter(RegistrationType::isPreference)
                .collect(Collectors.toMap(RegistrationType::getName, type -> type, (one, other) -> one, LinkedHashMap::new));
    }

    /** Those with a seat, and preferences, that are valid in the programs. */
    List<StudentRegistration> registrations() {
        return registrations;
    }
}
