package org.classreg.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Seats;
import org.classreg.registration.StudentRegistration;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;

/** Replaces the preferences of the students that a file names, in the programs of the sections that it names for them. */
final class PreferencesImport {

    private final Directory directory;
    private final Changes changes;
    private final Seats seats;
    private final References references;
    private final Map<Wish, StudentRegistration> current = new HashMap<>();
    private final Set<Wish> kept = new HashSet<>();
    private final Set<Asker> askers = new HashSet<>();
    private final Tally<StudentRegistration> tally = new Tally<>("Preferences");

    private record Wish(Person student, ClassSection section, RegistrationType type) {

        static Wish of(StudentRegistration preference) {
            return new Wish(preference.getStudent(), preference.getSection(), preference.getType());
        }

        Asker asker() {
            return new Asker(student, section.getProgram());
        }
    }

    private record Asker(Person student, Program program) {
    }

    PreferencesImport(Directory directory, Changes changes, Seats seats, References references) {
        this.directory = directory;
        this.changes = changes;
        this.seats = seats;
        this.references = references;
        directory.registrations().stream().filter(registration -> registration.getType().isPreference())
                .forEach(preference -> current.put(Wish.of(preference), preference));
    }

    Tally<StudentRegistration> run(List<PreferenceRow> rows) {
        var types = directory.preferenceTypes();
        rows.forEach(row -> {
            var student = references.person(row.row(), row.user());
            var section = references.section(row.row(), row.section());
            var type = types.get(row.type());
            if (type == null) {
                row.row().error(PreferenceRow.TYPE, "\"%s\" is not a type of preference; there are %s."
                        .formatted(row.type(), String.join(", ", types.keySet())));
            } else if (student != null && section != null) {
                take(new Wish(student, section, type), row);
            }
        });
        current.forEach((wish, preference) -> endUnlessKept(wish, preference));
        return tally;
    }

    private void take(Wish wish, PreferenceRow row) {
        askers.add(wish.asker());
        if (current.containsKey(wish)) {
            kept.add(wish);
            tally.unchanged();
        } else if (seats.find(wish.student, wish.section).isPresent()) {
            tally.unchanged();
        } else if (References.allow(Rules.PREFERENCE, new Addition(wish.student, wish.section, changes.at()), row.row())) {
            changes.begin(wish.student, wish.section, wish.type, changes.at());
            tally.added();
        }
    }

    private void endUnlessKept(Wish wish, StudentRegistration preference) {
        if (askers.contains(wish.asker()) && !kept.contains(wish)) {
            changes.end(preference, changes.at());
            tally.ended();
        }
    }
}
