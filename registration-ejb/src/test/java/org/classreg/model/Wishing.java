package org.classreg.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.classreg.catalog.WindowKind;
import org.classreg.model.Fact.Row;

/** What students ask for before the lottery, and what a lottery makes of it. */
final class Wishing {

    /** A section as what it is wished for: Interested or by priority. */
    record Wish(Section section, String type) {
    }

    private final Blackboard board;
    private final Objections objections;

    Wishing(Blackboard board, Objections objections) {
        this.board = board;
        this.objections = objections;
    }

    /** Replaces all wishes of a student: those that stay are not asked about again. */
    Set<String> rank(String student, List<Wish> wishes) {
        var present = board.rows().filter(row -> row.student().equals(student) && row.isWish()).toList();
        var added = wishes.stream().filter(wish -> present.stream().noneMatch(row -> isOf(row, wish))).toList();
        var ranked = wishes.stream().filter(wish -> Objections.rank(wish.type) > 0).map(Wish::section).distinct().toList();
        var codes = new TreeSet<String>();
        added.forEach(wish -> codes.addAll(objections.toWish(wish.section, wish.type, ranked)));
        if (codes.isEmpty()) {
            var deed = new Deed();
            present.stream().filter(row -> wishes.stream().noneMatch(wish -> isOf(row, wish))).forEach(row -> board.end(deed, row));
            added.forEach(wish -> board.begin(deed, student, wish.section, wish.type));
        }
        return codes;
    }

    private static boolean isOf(Row row, Wish wish) {
        return row.section() == wish.section && row.is(wish.type);
    }

    Set<String> express(String student, String course) {
        if (objections.isClosed(WindowKind.INTEREST)) {
            return Set.of("OUTSIDE_WINDOW");
        }
        if (board.interests().noneMatch(interest -> interest.student().equals(student) && interest.course().equals(course))) {
            board.interest(new Deed(), student, course);
        }
        return Set.of();
    }

    void withdraw(String student, String course) {
        board.interests().filter(interest -> interest.student().equals(student) && interest.course().equals(course))
                .forEach(interest -> board.end(new Deed(), interest));
    }

    /** Type by type and in the order in which they were made, wishes become seats. */
    void convert(List<String> types) {
        var deed = new Deed();
        for (var wish : types.stream().flatMap(type -> board.rows().filter(row -> row.is(type))).toList()) {
            if (objections.toSeat(wish.student(), wish.section(), List.of()).isEmpty()) {
                board.end(deed, wish);
                board.begin(deed, wish.student(), wish.section(), Row.ENROLLED);
            }
        }
    }
}
