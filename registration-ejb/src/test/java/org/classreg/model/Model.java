package org.classreg.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.model.Fact.Row;

/**
 * The registration office as one would explain it on a blackboard. What it answers is what the real one must answer. It knows nothing of
 * the real one but the words for what is set and chosen.
 */
final class Model {

    static final List<String> STUDENTS = IntStream.rangeClosed(1, 4).mapToObj(number -> "s" + number).toList();

    final Blackboard board = new Blackboard();
    final Objections objections = new Objections(board);
    final Seating seating = new Seating(board, objections);
    final Staffing staffing = new Staffing(board, objections, seating);
    final Attending attending = new Attending(board, objections, seating);
    final Wishing wishing = new Wishing(board, objections);
    final Undo undo = new Undo(board, objections, seating);

    /** Registrations of several, one after the other, in one operation. @return what speaks against each */
    List<Set<String>> batch(List<Row> lines) {
        var deed = new Deed();
        return lines.stream().map(line -> {
            var codes = objections.toRegister(line.student(), line.section(), line.type(), List.of());
            if (codes.isEmpty()) {
                board.begin(deed, line.student(), line.section(), line.type());
            }
            return codes;
        }).toList();
    }

    /** Who is registered as what where, in words. */
    Set<String> registrations() {
        return board.rows().map(Row::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who waits for which section, in line. */
    Map<String, List<String>> lines() {
        return Campus.SECTIONS.stream().filter(section -> !board.line(section).isEmpty())
                .collect(Collectors.toMap(Section::code, section -> board.line(section).stream().map(Row::student).toList(), (a, b) -> a, TreeMap::new));
    }

    /** How many seats of each section are taken. */
    Map<String, Integer> taken() {
        return Campus.SECTIONS.stream().collect(Collectors.toMap(Section::code, section -> board.seats(section).size(), (a, b) -> a, TreeMap::new));
    }

    Set<String> present() {
        return board.visits().map(Fact::student).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> interests(String student) {
        return board.interests().filter(interest -> interest.student().equals(student)).map(Fact.Interest::course)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
