package org.classreg.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Meeting;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;
import org.classreg.people.Person;
import org.classreg.registration.Seats;

/** Makes sections of OneRoster's classes, each in the program of its one term. */
final class SectionsImport {

    private static final int MOST_NAMED = 5;

    private final OneRosterSet set;
    private final Directory directory;
    private final Changes changes;
    private final Map<ClassRow, ClassSection> known = new LinkedHashMap<>();
    private final Map<ClassRow, ClassSection> moved = new LinkedHashMap<>();
    private final Tally<ClassSection> tally = new Tally<>("Sections", SectionsImport::state);

    SectionsImport(OneRosterSet set, Directory directory, Changes changes) {
        this.set = set;
        this.directory = directory;
        this.changes = changes;
    }

    private static List<Object> state(ClassSection section) {
        return Arrays.asList(section.getCode(), section.getSourcedId(), section.maxStudents(), roomsByTimeslot(section));
    }

    private static Map<Timeslot, Set<Room>> roomsByTimeslot(ClassSection section) {
        return section.meetings().stream().collect(Collectors.toMap(Meeting::getTimeslot, Meeting::getRooms));
    }

    /** The program of each row; a row that does not name exactly one is an error. */
    Map<ClassRow, ProgramContents> programs() {
        Map<ClassRow, ProgramContents> programs = new LinkedHashMap<>();
        for (var row : set.classes().active()) {
            var program = row.terms().size() == 1 ? directory.program(row.terms().get(0)) : null;
            if (program != null) {
                programs.put(row, program);
            } else if (row.terms().size() != 1) {
                row.row().error(ClassRow.TERMS, "A section is in one program: name one term, not %d.".formatted(row.terms().size()));
            } else if (!set.sessions().lists(row.terms().get(0))) {
                row.row().error(ClassRow.TERMS, "There is no academic session \"%s\", neither in the files nor in the office."
                        .formatted(row.terms().get(0)));
            }
        }
        return programs;
    }

    /** Adds and changes the sections, whose subjects are there already. */
    void run(Map<ClassRow, ProgramContents> programs) {
        programs.forEach((row, program) -> {
            var subject = program.subject(row.course());
            if (subject != null) {
                take(row, program, subject);
            } else if (!set.courses().lists(row.course())) {
                row.row().error(ClassRow.COURSE, "There is no course \"%s\", neither in the files nor in the program."
                        .formatted(row.course()));
            }
        });
    }

    private void take(ClassRow row, ProgramContents program, ClassSubject subject) {
        var holder = program.sectionByCode(row.code());
        var section = directory.section(row.id());
        if (section == null && holder != null && holder.getSourcedId() == null) {
            section = holder;
        }
        if (section != null && !section.getProgram().equals(program.program())) {
            row.row().error(ClassRow.TERMS, "The class is in the program %s and stays in it.".formatted(section.getProgram().getCode()));
        } else if (section != null && !section.getSubject().equals(subject)) {
            row.row().error(ClassRow.COURSE, "The class is one of the course %s and stays one.".formatted(section.getSubject().getCode()));
        } else if (holder != null && holder != section) {
            row.row().error(ClassRow.CODE, "The code \"%s\" is that of another class of %s."
                    .formatted(row.code(), program.program().getCode()));
        } else {
            write(row, program, section == null ? add(row, subject) : keep(row, section));
        }
    }

    private ClassSection add(ClassRow row, ClassSubject subject) {
        return tally.watchNew(changes.add(new ClassSection(subject, row.code())));
    }

    private ClassSection keep(ClassRow row, ClassSection section) {
        known.put(row, section);
        return tally.watch(section);
    }

    private void write(ClassRow row, ProgramContents program, ClassSection section) {
        section.setSourcedId(row.id());
        section.setCode(row.code());
        if (row.row().has(ClassRow.CAPACITY)) {
            section.limitStudents(row.capacity());
        }
        var before = roomsByTimeslot(section);
        var after = meetings(row, program, before);
        if (!before.keySet().containsAll(after.keySet())) {
            moved.put(row, section);
        }
        section.meet(after);
        section.keepStudents();
        directory.enter(program, section);
    }

    private static Map<Timeslot, Set<Room>> meetings(ClassRow row, ProgramContents program, Map<Timeslot, Set<Room>> before) {
        var timeslots = row.row().has(ClassRow.MEETINGS)
                ? row.meetings().stream().map(program::timeslot).collect(Collectors.toSet())
                : before.keySet();
        var after = new LinkedHashMap<Timeslot, Set<Room>>();
        timeslots.forEach(timeslot -> after.put(timeslot,
                row.location() == null ? before.getOrDefault(timeslot, Set.of()) : Set.of(program.room(row.location(), row.roomSeats()))));
        return after;
    }

    /** Checks, after seats have been taken back and before some are given out, that the students still fit; cancels deleted sections. */
    Tally<ClassSection> settle(Seats seats) {
        known.forEach((row, section) -> {
            if (section.getCapacity() < section.getEnrolled()) {
                row.row().error(ClassRow.CAPACITY, "The section would have fewer seats (%d) than students who are enrolled (%d)."
                        .formatted(section.getCapacity(), section.getEnrolled()));
            }
        });
        moved.forEach((row, section) -> {
            var students = seats.inTwoPlaces(section);
            if (!students.isEmpty()) {
                row.row().error(ClassRow.MEETINGS,
                        "The meetings overlap with other classes of students who are enrolled: " + names(students));
            }
        });
        set.classes().deleted().forEach((id, row) -> cancel(directory.section(id), row));
        return tally;
    }

    private static String names(List<Person> students) {
        var names = students.stream().map(Person::name).sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names + (students.size() > MOST_NAMED ? " and %d more.".formatted(students.size() - MOST_NAMED) : ".");
    }

    private void cancel(ClassSection section, Row row) {
        if (section == null) {
            return;
        }
        if (section.getEnrolled() > 0) {
            row.error("status", "Students are enrolled (%d); end their enrollments first.".formatted(section.getEnrolled()));
        } else if (section.getStatus() == ClassStatus.CANCELLED) {
            tally.watch(section);
        } else {
            section.setStatus(ClassStatus.CANCELLED);
            tally.watchEnded(section);
        }
    }
}
