package org.classreg.rules;

import java.util.Optional;
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
                "%s is for %s; %s is %s.".formatted(subject.getTitle(), range(subject.getGradeMin(), subject.getGradeMax()),
                        student.name(), grade)));
    }

    /** For people; at least one of the two is given. */
    static String range(Integer first, Integer last) {
        if (last == null) {
            return "grade " + first + " and up";
        }
        return first == null ? "up to grade " + last : "grades " + first + " to " + last;
    }
}
