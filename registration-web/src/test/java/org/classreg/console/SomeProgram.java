package org.classreg.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Set;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;

/** A program outside of any database, for what only shows it. */
public final class SomeProgram {

    private final Program program = new Program("spring", "Spring Program", ZoneId.of("America/New_York"));

    /** On these days, both included, such as 2026-03-07. */
    public SomeProgram(String firstDay, String lastDay) {
        program.schedule(LocalDate.parse(firstDay), LocalDate.parse(lastDay), program.zone());
    }

    public Program get() {
        return program;
    }

    /** A section with local meetings such as 2026-03-07T09:00/2026-03-07T10:30, all in the room Oak. */
    public ClassSection section(String code, String... meetings) {
        var subject = new ClassSubject(new ClassCategory(program, "E", "Everything"), program, code, "Class " + code);
        var times = new LinkedHashMap<Timeslot, Set<Room>>();
        for (var meeting : meetings) {
            var ends = meeting.split("/");
            times.put(new Timeslot(program, instant(ends[0]), instant(ends[1]), false), Set.of(new Room(program, "Oak", 20)));
        }
        var section = new ClassSection(subject, code);
        section.meet(times);
        return section;
    }

    private Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(program.zone()).toInstant();
    }
}
