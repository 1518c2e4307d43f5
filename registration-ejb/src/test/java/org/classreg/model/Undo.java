package org.classreg.model;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.classreg.model.Fact.Interest;
import org.classreg.model.Fact.Row;
import org.classreg.model.Fact.Visit;

/** Undoes operations: ends what one began, then begins again what it had ended, as far as that is still possible. */
final class Undo {

    /** @param left what stays as it is, each with the codes why */
    record Outcome(Set<String> ended, Set<String> restored, Map<String, Set<String>> left) {
    }

    private final Blackboard board;
    private final Objections objections;
    private final Seating seating;

    Undo(Blackboard board, Objections objections, Seating seating) {
        this.board = board;
        this.objections = objections;
        this.seating = seating;
    }

    /** Undoes the n-th operation, from 0; empty if it has been undone. */
    Optional<Outcome> undo(int number) {
        var deed = board.journal.get(number);
        if (deed.undone) {
            return Optional.empty();
        }
        var undo = new Deed();
        var outcome = new Outcome(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
        if (deed.change != null && board.state(deed.change.section()).equals(deed.change.after()) && !clashes(deed)) {
            board.change(undo, deed.change.section(), deed.change.before());
        }
        var wasIn = board.rows().filter(Row::takesSeat).map(Row::student).collect(Collectors.toSet());
        deed.begun.stream().filter(fact -> !deed.ended.contains(fact)).forEach(fact -> end(undo, fact, outcome));
        deed.ended.stream().filter(fact -> !deed.begun.contains(fact)).sorted(Comparator.comparing(Fact::id))
                .forEach(fact -> restore(undo, fact, wasIn, outcome));
        seating.fill(undo);
        deed.undone = board.journal.contains(undo);
        return Optional.of(outcome);
    }

    /** Whether somebody who stays in the section could not have it at the times to which it would go back. */
    private boolean clashes(Deed deed) {
        var section = deed.change.section();
        return board.seats(section).stream().filter(seat -> !deed.begun.contains(seat)).anyMatch(seat ->
                objections.isImpossible(section, deed.change.before(), board.schedule(seat.student()).stream()
                        .filter(other -> other.section() != section && !deed.begun.contains(other)).map(Row::section).toList()));
    }

    private void end(Deed undo, Fact fact, Outcome outcome) {
        if (board.isActive(fact)) {
            board.end(undo, fact);
            if (fact instanceof Row) {
                outcome.ended.add(fact.toString());
            }
        } else if (fact instanceof Row) {
            outcome.left.put(fact.toString(), Set.of("ENDED_SINCE"));
        }
    }

    private void restore(Deed undo, Fact fact, Set<String> wasIn, Outcome outcome) {
        var codes = objections(fact, wasIn);
        if (codes.isEmpty()) {
            board.again(undo, fact);
        }
        if (fact instanceof Row && codes.isEmpty()) {
            outcome.restored.add(fact.toString());
        } else if (fact instanceof Row) {
            outcome.left.put(fact.toString(), codes);
        }
    }

    private Set<String> objections(Fact fact, Set<String> wasIn) {
        if (fact instanceof Visit) {
            return board.visits().anyMatch(visit -> visit.student().equals(fact.student())) ? Set.of("IN") : Set.of();
        }
        if (fact instanceof Interest interest) {
            return board.interests().anyMatch(other -> other.student().equals(interest.student()) && other.course().equals(interest.course()))
                    ? Set.of("INTERESTED") : Set.of();
        }
        var row = (Row) fact;
        return row.takesSeat() ? objections.toSeatAgain(row.student(), row.section(), wasIn.contains(row.student())) : toWishOrPlace(row);
    }

    /** A mark comes back in any case; nobody waits for a seat that she has, and nothing is wished for that will not be held. */
    private Set<String> toWishOrPlace(Row row) {
        if (board.find(row.student(), row.section(), row.type()).isPresent()) {
            return Set.of("ALREADY_REGISTERED");
        }
        if (!row.is(Row.ATTENDED) && board.state(row.section()).cancelled()) {
            return Set.of("SECTION_CANCELLED");
        }
        var isSeated = board.seats(row.section()).stream().anyMatch(seat -> seat.student().equals(row.student()));
        return row.is(Row.WAITLIST) && isSeated ? Set.of("ALREADY_IN_CLASS") : Set.of();
    }
}
