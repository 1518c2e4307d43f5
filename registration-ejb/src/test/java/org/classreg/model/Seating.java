package org.classreg.model;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.classreg.model.Fact.Row;

/** Seats: who takes one, gives one up, waits for one and is offered one. */
final class Seating {

    private final Blackboard board;
    private final Objections objections;

    Seating(Blackboard board, Objections objections) {
        this.board = board;
        this.objections = objections;
    }

    /** @return the codes of what speaks against it; empty if it was done, as of all the rest */
    Set<String> register(String student, Section section, String type) {
        var codes = objections.toRegister(student, section, type, List.of());
        if (codes.isEmpty()) {
            board.begin(new Deed(), student, section, type);
        }
        return codes;
    }

    /** Into whichever section of a class fits: of those, the one with the most seats left. */
    Set<String> inClass(String student, String course) {
        var codes = new TreeSet<String>();
        for (var section : Campus.SECTIONS.stream().filter(one -> one.course().equals(course))
                .sorted(Comparator.comparing(this::seatsLeft).reversed().thenComparing(Section::code)).toList()) {
            var against = register(student, section, Row.ENROLLED);
            if (against.isEmpty()) {
                return against;
            }
            codes.addAll(against);
        }
        return codes;
    }

    private int seatsLeft(Section section) {
        return Math.max(0, board.capacity(section) - board.seats(section).size());
    }

    /** Into a section, and out of what is in the way. */
    Set<String> swap(String student, Section section) {
        var inTheWay = board.schedule(student).stream().filter(row -> row.section() != section)
                .filter(row -> row.section().course().equals(section.course()) || board.state(row.section()).overlaps(board.state(section)))
                .toList();
        return exchange(student, section, inTheWay);
    }

    Set<String> move(Row old, Section to) {
        if (old.is(Row.OFFERED)) {
            return Set.of("ONLY_OFFERED");
        }
        var givenUp = old.section() == to ? List.<Row>of() : List.of(old);
        if (old.takesSeat()) {
            return exchange(old.student(), to, givenUp);
        }
        var codes = objections.toRegister(old.student(), to, old.type(), givenUp);
        if (codes.isEmpty()) {
            var deed = new Deed();
            board.end(deed, old);
            board.begin(deed, old.student(), to, old.type());
        }
        return codes;
    }

    private Set<String> exchange(String student, Section section, List<Row> givenUp) {
        var codes = objections.toExchange(student, section, givenUp);
        if (codes.isEmpty()) {
            var deed = new Deed();
            givenUp.forEach(row -> board.end(deed, row));
            board.begin(deed, student, section, Row.ENROLLED);
            fill(deed);
        }
        return codes;
    }

    void expire(List<Row> rows) {
        var deed = new Deed();
        rows.forEach(row -> board.end(deed, row));
        fill(deed);
    }

    Set<String> accept(Row offer) {
        if (offer.lapses() <= board.now) {
            return Set.of("OFFER_LAPSED");
        }
        var deed = new Deed();
        board.end(deed, offer);
        board.begin(deed, offer.student(), offer.section(), Row.ENROLLED);
        return Set.of();
    }

    void lapse() {
        expire(board.rows().filter(row -> row.is(Row.OFFERED) && row.lapses() <= board.now).toList());
    }

    /** Section by section, who waits first and can take it gets a free seat, or the offer of it; who cannot keeps the place. */
    void fill(Deed deed) {
        for (var section : Campus.SECTIONS) {
            for (var waiting : board.line(section)) {
                if (objections.toSeat(waiting.student(), section, List.of()).isEmpty()) {
                    board.begin(deed, waiting.student(), section, board.settings.offerMinutes() == null ? Row.ENROLLED : Row.OFFERED);
                }
            }
        }
    }
}
