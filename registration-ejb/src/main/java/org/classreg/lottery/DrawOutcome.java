package org.classreg.lottery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.lottery.engine.Assignment;

/**
 * What a draw gave, by student number.
 *
 * @param given the sections of each student, ascending, standing enrollments left aside
 * @param places of each student in the draw, from 0
 * @param shares the utility given of the most that was possible for the student, 0 to 1; NaN if nothing was
 */
record DrawOutcome(List<int[]> given, List<Integer> places, List<Double> shares) {

    static final String HEADER = "student,section";

    static DrawOutcome of(Assignment assignment) {
        var students = IntStream.range(0, assignment.students()).boxed().toList();
        return new DrawOutcome(students.stream().map(assignment::sections).toList(), students.stream().map(assignment::place).toList(),
                students.stream().map(assignment::share).toList());
    }

    /** The seats given as the command line writes them: one row each, in order. */
    String csv() {
        var rows = new StringBuilder(HEADER).append('\n');
        for (var student = 0; student < given.size(); student++) {
            for (var section : given.get(student)) {
                rows.append(student).append(',').append(section).append('\n');
            }
        }
        return rows.toString();
    }

    byte[] packed() {
        var allShares = shares.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return Packed.pack(Packed.text(places.stream().mapToLong(Integer::longValue)) + "\n" + allShares + "\n" + csv());
    }

    static DrawOutcome unpack(byte[] packed) {
        var parts = Packed.unpack(packed).split("\n", 3);
        var places = Packed.numbers(parts[0]).mapToObj(place -> (int) place).toList();
        var shares = parts[1].isEmpty() ? DoubleStream.empty() : Stream.of(parts[1].split(" ")).mapToDouble(Double::parseDouble);
        var sections = new ArrayList<List<Integer>>();
        places.forEach(place -> sections.add(new ArrayList<>()));
        parts[2].lines().skip(1).forEach(row -> {
            var comma = row.indexOf(',');
            sections.get(Integer.parseInt(row.substring(0, comma))).add(Integer.parseInt(row.substring(comma + 1)));
        });
        return new DrawOutcome(sections.stream().map(numbers -> numbers.stream().mapToInt(Integer::intValue).toArray()).toList(), places,
                shares.boxed().toList());
    }
}
