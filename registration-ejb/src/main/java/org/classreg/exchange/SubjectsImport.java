package org.classreg.exchange;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSubject;

/** Makes class subjects of courses, in each program that has classes of a course. */
final class SubjectsImport {

    private static final String NO_FIELD = "Classes";

    private final OneRosterSet set;
    private final Directory directory;
    private final Changes changes;
    private final Tally<ClassSubject> tally = new Tally<>("Classes", SubjectsImport::state);

    private record Offer(String course, ProgramContents program) {
    }

    SubjectsImport(OneRosterSet set, Directory directory, Changes changes) {
        this.set = set;
        this.directory = directory;
        this.changes = changes;
    }

    private static List<Object> state(ClassSubject subject) {
        return Arrays.asList(subject.getCode(), subject.getSourcedId(), subject.getTitle(), subject.getCategory(), subject.getGradeMin(),
                subject.getGradeMax(), subject.maxStudents());
    }

    /** @param programs the program of each row of classes.csv */
    Tally<ClassSubject> run(Map<ClassRow, ProgramContents> programs) {
        Set<Offer> offers = new HashSet<>();
        programs.forEach((row, program) -> offers.add(new Offer(row.course(), program)));
        set.courses().active().forEach(course -> directory.programs().stream()
                .filter(program -> program.subject(course.id()) != null || offers.contains(new Offer(course.id(), program)))
                .forEach(program -> take(course, program)));
        return tally;
    }

    private void take(CourseRow course, ProgramContents program) {
        var known = program.subject(course.id());
        var holder = program.subjectByCode(course.code());
        if (holder == null || holder == known) {
            write(course, program, known == null ? add(course, program) : tally.watch(known));
        } else if (known == null && holder.getSourcedId() == null) {
            write(course, program, tally.watch(holder));
        } else {
            course.row().error(CourseRow.CODE, "The code \"%s\" is that of another class of %s."
                    .formatted(course.code(), program.program().getCode()));
        }
    }

    private ClassSubject add(CourseRow course, ProgramContents program) {
        return tally.watchNew(changes.add(new ClassSubject(category(course, program), program.program(), course.code(), course.title())));
    }

    private void write(CourseRow course, ProgramContents program, ClassSubject subject) {
        subject.setSourcedId(course.id());
        subject.setCode(course.code());
        subject.setTitle(course.title());
        if (course.field() != null) {
            subject.setCategory(category(course, program));
        }
        if (course.row().has(CourseRow.GRADES)) {
            var grades = course.grades();
            subject.admitGrades(grades.isEmpty() ? null : grades.get(0), grades.isEmpty() ? null : grades.get(grades.size() - 1));
        }
        if (course.row().has(CourseRow.CAPACITY)) {
            subject.limitStudents(course.capacity());
            program.resize(subject);
        }
        program.enter(subject);
    }

    private static ClassCategory category(CourseRow course, ProgramContents program) {
        if (course.field() == null) {
            return program.category(NO_FIELD, "C");
        }
        return program.category(course.field(), course.fieldCode() == null ? course.field() : course.fieldCode());
    }
}
