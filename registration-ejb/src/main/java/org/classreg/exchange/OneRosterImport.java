package org.classreg.exchange;

import java.util.ArrayList;
import java.util.List;
import org.classreg.registration.Seats;

/** Works a OneRoster set into the office, kind by kind, in the order in which they refer to each other. */
final class OneRosterImport {

    private final OneRosterSet set;
    private final Directory directory;
    private final Changes changes;

    OneRosterImport(OneRosterSet set, Directory directory, Changes changes) {
        this.set = set;
        this.directory = directory;
        this.changes = changes;
    }

    /** What was done, if no error was reported. */
    ImportReport run() {
        var seats = new Seats(directory.registrations());
        var programs = new ProgramsImport(set, directory, changes).run();
        var sections = new SectionsImport(set, directory, changes);
        var programOfClass = sections.programs();
        var subjects = new SubjectsImport(set, directory, changes).run(programOfClass);
        sections.run(programOfClass);
        var people = new PeopleImport(set, directory, changes).run();
        var teachers = new TeachersImport(set, directory, changes).run();
        var enrollments = new EnrollmentsImport(set, directory, changes, seats);
        enrollments.end();
        var settled = sections.settle(seats);
        var enrolled = enrollments.begin();
        var preferences = new PreferencesImport(directory, changes, seats, References.of(set, directory)).run(set.preferences());
        return report(programs, subjects, settled, people, teachers, enrolled, preferences);
    }

    private static ImportReport report(Tally<?>... tallies) {
        var lines = new ArrayList<ImportReport.Line>();
        for (var tally : tallies) {
            var line = tally.line();
            if (line.hasChanges() || line.unchanged() > 0) {
                lines.add(line);
            }
        }
        return new ImportReport(List.copyOf(lines));
    }
}
