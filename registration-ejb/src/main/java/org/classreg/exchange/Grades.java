package org.classreg.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** School grades as OneRoster has them: numbers, or codes of the Common Education Data Standards (CEDS). */
final class Grades {

    private static final int LOWEST = -2;
    private static final int HIGHEST = 30;

    private static final Map<String, Integer> BELOW_FIRST = Map.of("IT", -2, "PR", -2, "PK", -1, "TK", -1, "KG", 0);
    private static final Map<Integer, String> CODES_BELOW_FIRST = Map.of(-2, "PR", -1, "PK", 0, "KG");
    private static final List<String> WITHOUT_NUMBER = List.of("PS", "UG", "OTHER");

    private Grades() {
    }

    /** The code of a grade; empty for null. */
    static String code(Integer grade) {
        return grade == null ? "" : CODES_BELOW_FIRST.getOrDefault(grade, grade < 10 ? "0" + grade : grade.toString());
    }

    /** The codes of all grades from min to max, both included; a side that is null is open. None if both are. */
    static String codes(Integer min, Integer max) {
        if (min == null && max == null) {
            return "";
        }
        return IntStream.rangeClosed(min == null ? LOWEST : min, max == null ? HIGHEST : max).mapToObj(Grades::code)
                .collect(Collectors.joining(","));
    }

    /** The grades of a row as numbers from -2 to 30, in their order; codes that stand for no grade in particular are left out. */
    static List<Integer> of(Row row, String column) {
        return row.list(column).stream().map(code -> of(row, column, code)).filter(Objects::nonNull).sorted().toList();
    }

    private static Integer of(Row row, String column, String code) {
        var known = BELOW_FIRST.get(code.toUpperCase());
        if (known != null || WITHOUT_NUMBER.contains(code.toUpperCase())) {
            return known;
        }
        try {
            var number = Integer.valueOf(code);
            if (number >= LOWEST && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        row.error(column, "\"%s\" is not a grade: a number from %d to %d, or IT, PR, PK, TK, KG, PS, UG or Other."
                .formatted(code, LOWEST, HIGHEST));
        return null;
    }
}
