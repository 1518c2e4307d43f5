package org.classreg.model;

import static org.classreg.testing.SmallProgram.CODE;

import java.util.List;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;
import org.classreg.people.Person;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;

/** The small program of which everything is tried: few sections, so that they get in each other's way. */
final class Campus {

    /** Who has classes before and after needs it free. */
    static final Slot LUNCH = new Slot(660, 690);

    static final String ROOM = "Room";
    static final int ROOM_SEATS = 2;

    /** The class that is for these grades and above. */
    static final String ADVANCED = "E4";
    static final int ADVANCED_GRADE = 10;

    static final List<Section> SECTIONS = List.of(
            new Section("E1s1", "E1", 1, List.of(new Slot(540, 600))),
            new Section("E1s2", "E1", 1, List.of(new Slot(660, 720))),
            new Section("E2s1", "E2", 1, List.of(new Slot(570, 630))),
            new Section("E3s1", "E3", 1, List.of(new Slot(600, 660))),
            new Section("E4s1", "E4", 2, List.of(new Slot(690, 780))),
            new Section("E5s1", "E5", 1, List.of(new Slot(540, 570), new Slot(780, 840))));

    private static final int GRADES = 4;

    private Campus() {
    }

    static Section section(String code) {
        return SECTIONS.stream().filter(section -> section.code().equals(code)).findFirst().orElseThrow();
    }

    /** Students are s1, s2 ...; their grades go from 9 to 12 and begin again. */
    static int grade(String student) {
        return 9 + (Integer.parseInt(student.substring(1)) - 1) % GRADES;
    }

    /** How many sections a student wants at the most; null for no limit. Every fourth wants two. */
    static Integer most(String student) {
        return grade(student) == 12 ? 2 : null;
    }

    /** Builds it. @param times how often the seats are taken that the sections have */
    static void build(Office office, int students, int times) {
        var program = new SmallProgram(office);
        for (int i = 1; i <= students; i++) {
            program.student("s" + i, grade("s" + i));
        }
        SECTIONS.forEach(section -> program.section(section.code(), section.seats() * times,
                section.slots().stream().map(Slot::toString).toArray(String[]::new)));
        program.change(ADVANCED + "s1", section -> section.getSubject().admitGrades(ADVANCED_GRADE, null));
        office.with(em -> {
            var stored = em.createNamedQuery(Program.BY_CODE, Program.class).setParameter("code", CODE).getSingleResult();
            em.persist(new Timeslot(stored, LUNCH.starts(), LUNCH.ends(), true));
            em.persist(new Room(stored, ROOM, ROOM_SEATS * times));
            em.createQuery("select p from Person p", Person.class).getResultStream().filter(person -> person.getGrade() != null)
                    .forEach(person -> person.setMaxSections(most(person.getUsername())));
            return stored;
        });
    }
}
