package org.classreg.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.classreg.model.Fact.Row;
import org.classreg.model.Fact.Visit;

/** Who comes to the program and to its sections, and who does not. */
final class Attending {

    private final Blackboard board;
    private final Objections objections;
    private final Seating seating;

    Attending(Blackboard board, Objections objections, Seating seating) {
        this.board = board;
        this.objections = objections;
        this.seating = seating;
    }

    void checkIn(String student) {
        if (visits(student).isEmpty()) {
            board.visit(new Deed(), student);
        }
    }

    Set<String> checkOut(String student) {
        if (visits(student).isEmpty()) {
            return Set.of("NOT_CHECKED_IN");
        }
        board.end(new Deed(), visits(student).get(0));
        return Set.of();
    }

    /** Enrolls who walks in, checks them in and marks that they came, in one. */
    Set<String> walkIn(String student, Section section) {
        var codes = objections.toRegister(student, section, Row.ENROLLED, List.of());
        if (codes.isEmpty()) {
            var deed = new Deed();
            board.begin(deed, student, section, Row.ENROLLED);
            if (board.find(student, section, Row.ATTENDED).isEmpty()) {
                board.begin(deed, student, section, Row.ATTENDED);
            }
            if (visits(student).isEmpty()) {
                board.visit(deed, student);
            }
        }
        return codes;
    }

    Set<String> mark(String student, Section section, boolean present) {
        var mark = board.find(student, section, Row.ATTENDED);
        if (mark.isPresent() && !present) {
            board.end(new Deed(), mark.get());
        } else if (mark.isEmpty() && present) {
            if (board.seats(section).stream().noneMatch(seat -> seat.student().equals(student))) {
                return Set.of("NOT_ENROLLED");
            }
            board.begin(new Deed(), student, section, Row.ATTENDED);
        }
        return Set.of();
    }

    /** Takes the seats back, begun until a minute, of who had not come until then. @return whose seats ended */
    Set<String> unenrollMissing(int by) {
        var came = board.history().filter(fact -> fact instanceof Visit visit && visit.since() <= by
                || fact instanceof Row row && row.is(Row.ATTENDED) && row.since() <= by).map(Fact::student).collect(Collectors.toSet());
        var missing = board.rows().filter(row -> row.takesSeat() && row.since() <= by && !came.contains(row.student())).toList();
        seating.expire(missing);
        return missing.stream().map(Row::toString).collect(Collectors.toSet());
    }

    private List<Visit> visits(String student) {
        return board.visits().filter(visit -> visit.student().equals(student)).toList();
    }
}
