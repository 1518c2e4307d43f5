package org.classreg.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.classreg.catalog.ClassSection;
import org.classreg.people.Person;
import org.classreg.security.SectionTeacher;

/** Makes teachers of sections of the enrollments of teachers. */
final class TeachersImport {

    private final OneRosterSet set;
    private final Directory directory;
    private final Changes changes;
    private final References references;
    private final Tally<SectionTeacher> tally = new Tally<>("Teachers");

    TeachersImport(OneRosterSet set, Directory directory, Changes changes) {
        this.set = set;
        this.directory = directory;
        this.changes = changes;
        references = References.of(set, directory);
    }

    Tally<SectionTeacher> run() {
        set.enrollments().deleted().keySet().stream().map(directory::teacher).filter(Objects::nonNull).forEach(this::end);
        set.enrollments().active().stream().filter(EnrollmentRow::isOfTeacher).forEach(row -> {
            var person = references.person(row.row(), row.user());
            var section = references.section(row.row(), row.section());
            if (person != null && section != null) {
                take(row, person, section);
            }
        });
        return tally;
    }

    private void take(EnrollmentRow row, Person person, ClassSection section) {
        var known = directory.teacher(row.id());
        var end = midnight(row.endDate(), section);
        var isOver = end != null && !end.isAfter(changes.at());
        if (known == null) {
            begin(row, person, section, isOver ? end : null);
        } else if (known.getPerson() != person || known.getSection() != section) {
            row.row().error(Records.SOURCED_ID, "The enrollment \"%s\" is known as that of %s, who teaches %s; it cannot become another."
                    .formatted(row.id(), known.getPerson().getUsername(), known.getSection().getCode()));
        } else if (isOver) {
            end(known);
        } else {
            update(known, row);
        }
    }

    /** Who is a teacher of the section already, from elsewhere, is taken for the same. */
    private void begin(EnrollmentRow row, Person person, ClassSection section, Instant end) {
        var standing = directory.teacher(person, section);
        if (end != null || standing == null) {
            var begin = midnight(row.beginDate(), section);
            var added = changes.add(new SectionTeacher(person, section, changes.by(),
                    begin == null || begin.isAfter(changes.at()) ? changes.at() : begin));
            added.setSourcedId(row.id());
            added.setPrimary(row.primary());
            if (end != null) {
                added.revoke(changes.by(), end);
            }
            directory.enter(added);
            tally.added();
        } else if (standing.getSourcedId() == null) {
            standing.setSourcedId(row.id());
            standing.setPrimary(row.primary());
            tally.changed();
        } else {
            row.row().error(References.USER, "%s teaches %s already, by the enrollment \"%s\"."
                    .formatted(person.getUsername(), section.getCode(), standing.getSourcedId()));
        }
    }

    private void update(SectionTeacher known, EnrollmentRow row) {
        if (Objects.equals(known.getPrimary(), row.primary())) {
            tally.unchanged();
        } else {
            known.setPrimary(row.primary());
            tally.changed();
        }
    }

    private void end(SectionTeacher teacher) {
        if (teacher.getRevokedAt() != null) {
            tally.unchanged();
        } else {
            teacher.revoke(changes.by(), changes.at());
            tally.ended();
        }
    }

    private static Instant midnight(LocalDate date, ClassSection section) {
        return date == null ? null : date.atStartOfDay(section.getProgram().zone()).toInstant();
    }
}
