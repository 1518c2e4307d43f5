package org.classreg.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.classreg.model.Fact.Row;
import org.classreg.registration.Treatment;

/** What staff set for sections and for the program. */
final class Staffing {

    private final Blackboard board;
    private final Objections objections;
    private final Seating seating;

    Staffing(Blackboard board, Objections objections, Seating seating) {
        this.board = board;
        this.objections = objections;
        this.seating = seating;
    }

    void configure(Settings settings) {
        board.settings = settings;
        seating.fill(new Deed());
    }

    /**
     * Makes a section be otherwise; whom that concerns keeps the seat nevertheless, loses it, or waits before all others.
     *
     * @return whom it concerns, each with the codes of what speaks against the seat
     */
    Map<String, Set<String>> change(Section section, Section.State wanted, Treatment treatment) {
        var deed = new Deed();
        board.change(deed, section, wanted);
        var concerned = new ArrayList<Row>();
        var codes = new TreeMap<String, Set<String>>();
        var kept = 0;
        for (var seat : board.seats(section)) {
            var against = objections.toKeep(seat, kept);
            if (against.isEmpty()) {
                kept++;
            } else {
                concerned.add(seat);
                codes.put(seat.toString(), against);
            }
        }
        if (treatment != Treatment.KEEP) {
            concerned.forEach(seat -> board.end(deed, seat));
        }
        if (treatment == Treatment.WAITLIST) {
            waitBeforeAll(deed, section, concerned);
        }
        seating.fill(deed);
        return codes;
    }

    private void waitBeforeAll(Deed deed, Section section, List<Row> seats) {
        var place = board.line(section).stream().mapToInt(Row::place).min().orElse(1) - seats.size();
        for (var seat : seats) {
            board.waitAt(deed, seat.student(), section, place++);
        }
    }

    /** Ends whatever is registered in a section, which nobody can join any more, and the interest in its class if it was the last. */
    Set<String> cancel(Section section, boolean unschedule) {
        if (board.state(section).cancelled()) {
            return Set.of("SECTION_CANCELLED");
        }
        var deed = new Deed();
        board.change(deed, section, board.state(section).cancelled(unschedule));
        board.rows().filter(row -> row.section() == section).forEach(row -> board.end(deed, row));
        if (Campus.SECTIONS.stream().allMatch(other -> !other.course().equals(section.course()) || board.state(other).cancelled())) {
            board.interests().filter(interest -> interest.course().equals(section.course())).forEach(interest -> board.end(deed, interest));
        }
        seating.fill(deed);
        return Set.of();
    }
}
