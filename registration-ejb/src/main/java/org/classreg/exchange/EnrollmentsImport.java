package org.classreg.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.classreg.catalog.ClassSection;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Seats;
import org.classreg.registration.StudentRegistration;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;

/**
 * Makes registrations of the students' enrollments, in two steps: first {@link #end} takes seats back, then {@link #begin} gives
 * out seats, as far as the rules allow that no import may break.
 */
final class EnrollmentsImport {

    private final OneRosterSet set;
    private final Directory directory;
    private final Changes changes;
    private final Seats seats;
    private final References references;
    private final List<Wanted> wanted = new ArrayList<>();
    private final Tally<StudentRegistration> tally = new Tally<>("Enrollments");

    private record Wanted(EnrollmentRow row, Person student, ClassSection section) {
    }

    EnrollmentsImport(OneRosterSet set, Directory directory, Changes changes, Seats seats) {
        this.set = set;
        this.directory = directory;
        this.changes = changes;
        this.seats = seats;
        references = References.of(set, directory);
    }

    /** Ends what has ended, and writes down what had ended before the import. */
    void end() {
        set.enrollments().deleted().keySet().forEach(id -> {
            if (directory.enrollment(id) != null) {
                end(directory.enrollment(id));
            }
        });
        set.enrollments().active().stream().filter(EnrollmentRow::isOfStudent).forEach(row -> {
            var student = references.person(row.row(), row.user());
            var section = references.section(row.row(), row.section());
            if (student != null && section != null) {
                take(new Wanted(row, student, section));
            }
        });
    }

    private void take(Wanted one) {
        var known = directory.enrollment(one.row.id());
        var end = midnight(one.row.endDate(), one.section);
        var isOver = end != null && !end.isAfter(changes.at());
        if (known == null && isOver) {
            remember(one, end);
        } else if (known == null) {
            wanted.add(one);
        } else if (known.getStudent() != one.student || known.getSection() != one.section) {
            one.row.row().error(Records.SOURCED_ID, "The enrollment \"%s\" is known as \"%s\"; it cannot become another."
                    .formatted(one.row.id(), known));
        } else if (isOver) {
            end(known);
        } else {
            tally.unchanged();
        }
    }

    private void end(StudentRegistration enrollment) {
        if (enrollment.hasEnded()) {
            tally.unchanged();
        } else {
            changes.end(enrollment, changes.at());
            tally.ended();
        }
    }

    private void remember(Wanted past, Instant end) {
        changes.end(start(past, midnight(past.row.beginDate(), past.section)), end);
        tally.added();
    }

    private StudentRegistration start(Wanted one, Instant from) {
        var enrollment = changes.begin(one.student, one.section, directory.type(RegistrationType.ENROLLED), from);
        enrollment.setSourcedId(one.row.id());
        return enrollment;
    }

    private static Instant midnight(LocalDate date, ClassSection section) {
        return date == null ? null : date.atStartOfDay(section.getProgram().zone()).toInstant();
    }

    /** Begins what is new; a seat that the student has already, from elsewhere, is taken for the same. */
    Tally<StudentRegistration> begin() {
        wanted.forEach(one -> seats.find(one.student, one.section)
                .filter(seat -> seat.getSourcedId() == null)
                .ifPresentOrElse(seat -> {
                    seat.setSourcedId(one.row.id());
                    tally.changed();
                }, () -> enroll(one)));
        return tally;
    }

    private void enroll(Wanted one) {
        var addition = new Addition(one.student, one.section, seats.schedule(one.student, one.section), changes.at(),
                seats::participants);
        if (References.allow(Rules.GIVEN_SEAT, addition, one.row.row())) {
            var begin = midnight(one.row.beginDate(), one.section);
            seats.add(start(one, begin == null || begin.isAfter(changes.at()) ? changes.at() : begin));
            tally.added();
        }
    }
}
