package org.classreg.testing;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.SectionId;
import org.classreg.catalog.Timeslot;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.security.ProgramRole;
import org.classreg.security.SectionTeacher;

/** A program that a test fills with what it needs, in one line each. */
public final class SmallProgram {

    public static final String CODE = "spring";

    private final Office office;

    public SmallProgram(Office office) {
        this.office = office;
        office.with(em -> {
            var program = new Program(CODE, "Spring Program", ZoneId.of("America/New_York"));
            em.persist(program);
            em.persist(new ClassCategory(program, "E", "Everything"));
            return program;
        });
    }

    /** The section's name in the program. */
    public static SectionId id(String section) {
        return new SectionId(CODE, section);
    }

    /** Adds a student of a grade, whose username this is. */
    public void student(String username, int grade) {
        person(username, grade, Role.STUDENT);
    }

    public void person(String username, Integer grade, Role... roles) {
        office.with(em -> {
            var person = new Person(username, "Student", username, roles);
            person.setGrade(grade);
            em.persist(person);
            return person;
        });
    }

    /** Adds students s1 to s{@code count}, in grade 10. */
    public void students(int count) {
        for (int i = 1; i <= count; i++) {
            student("s" + i, 10);
        }
    }

    /**
     * Adds a section.
     *
     * @param code of the form {@code E1s2}; its class, E1, is added when it is new
     * @param seats its capacity
     * @param meetings of the form {@code 09:00-10:30}, on the first day of the program
     */
    public void section(String code, int seats, String... meetings) {
        var subjectCode = code.substring(0, code.indexOf('s'));
        office.with(em -> {
            var program = find(em);
            var section = new ClassSection(subject(em, program, subjectCode), code);
            Map<Timeslot, Set<Room>> times = new LinkedHashMap<>();
            for (var meeting : meetings) {
                times.put(timeslot(em, program, meeting), Set.of());
            }
            section.meet(times);
            section.limitStudents(seats);
            em.persist(section);
            return section;
        });
    }

    /** Gives somebody a role in the program. */
    public void grant(String username, Role role) {
        office.with(em -> {
            var grant = new ProgramRole(person(em, username), find(em), role, "admin", office.clock().instant());
            em.persist(grant);
            return grant;
        });
    }

    /** Lets somebody teach a section. */
    public void teach(String username, String sectionCode) {
        office.with(em -> {
            var teacher = new SectionTeacher(person(em, username), find(em, sectionCode), "admin", office.clock().instant());
            em.persist(teacher);
            return teacher;
        });
    }

    private static Person person(EntityManager em, String username) {
        return em.createNamedQuery(Person.BY_USERNAME, Person.class).setParameter("username", username).getSingleResult();
    }

    /** The program as it is stored. */
    public Program find() {
        return office.with(SmallProgram::find);
    }

    private static Program find(EntityManager em) {
        return em.createNamedQuery(Program.BY_CODE, Program.class).setParameter("code", CODE).getSingleResult();
    }

    /** Changes a section or its class. */
    public void change(String sectionCode, Consumer<ClassSection> change) {
        office.with(em -> {
            var section = find(em, sectionCode);
            change.accept(section);
            return section;
        });
    }

    private static ClassSubject subject(EntityManager em, Program program, String code) {
        return em.createNamedQuery(ClassSubject.BY_CODE, ClassSubject.class)
                .setParameter("program", CODE).setParameter("code", code).getResultStream().findFirst()
                .orElseGet(() -> {
                    var category = em.createNamedQuery(ClassCategory.OF_PROGRAM, ClassCategory.class)
                            .setParameter("program", program).getSingleResult();
                    var added = new ClassSubject(category, program, code, "Class " + code);
                    em.persist(added);
                    return added;
                });
    }

    private static Timeslot timeslot(EntityManager em, Program program, String meeting) {
        var start = Instant.parse("2026-03-07T" + meeting.substring(0, 5) + ":00Z");
        var end = Instant.parse("2026-03-07T" + meeting.substring(6) + ":00Z");
        return em.createNamedQuery(Timeslot.OF_PROGRAM, Timeslot.class).setParameter("program", program).getResultStream()
                .filter(slot -> slot.getStartsAt().equals(start) && slot.getEndsAt().equals(end)).findFirst()
                .orElseGet(() -> {
                    var slot = new Timeslot(program, start, end, false);
                    em.persist(slot);
                    return slot;
                });
    }

    /** The section as it is stored. */
    public ClassSection find(String sectionCode) {
        return office.with(em -> find(em, sectionCode));
    }

    private static ClassSection find(EntityManager em, String sectionCode) {
        return em.createNamedQuery(ClassSection.BY_CODE, ClassSection.class)
                .setParameter("program", CODE).setParameter("code", sectionCode).getSingleResult();
    }
}
