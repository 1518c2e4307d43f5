package org.classreg.rules;

import java.util.Optional;
import org.classreg.catalog.ClassSubject;
import org.classreg.errors.Reason;

/** A class can be meant for some grades only; a student of unknown grade is not in the range. */
class GradeInRange implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var student = addition.student();
        var subject = addition.section().getSubject();
        if (!subject.hasGradeRange() || student.grade().filter(subject::admits).isPresent()) {
            return Optional.empty();
        }
        var grade = student.grade().map(known -> "in grade " + known).orElse("of unknown grade");
        return Optional.of(new Reason("GRADE_OUT_OF_RANGE",
                "%s is for %s; %s is %s.".formatted(subject.getTitle(), range(subject), student.name(), grade)));
    }

    private static String range(ClassSubject subject) {
        if (subject.getGradeMax() == null) {
            return "grade " + subject.getGradeMin() + " and up";
        }
        if (subject.getGradeMin() == null) {
            return "up to grade " + subject.getGradeMax();
        }
        return "grades " + subject.getGradeMin() + " to " + subject.getGradeMax();
    }
}
