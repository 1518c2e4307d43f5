package org.classreg.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.classreg.model.Fact.Row;
import org.classreg.model.Wishing.Wish;
import org.classreg.registration.SectionChanges.Size;
import org.classreg.registration.Treatment;

/**
 * A request, in words that a failing example prints.
 *
 * @param number of what is left to choose, from 0 to 11
 */
record Step(String what, String student, String section, String target, int number) {

    static final int NUMBERS = 12;

    void apply(BothOffices offices) {
        var here = Campus.section(section);
        var there = Campus.section(target);
        switch (what) {
            case "enroll" -> offices.register(student, here, Row.ENROLLED);
            case "wait" -> offices.register(student, here, Row.WAITLIST);
            case "attend" -> offices.register(student, here, Row.ATTENDED);
            case "wish" -> offices.register(student, here, pick(Row.WISHES));
            case "class" -> offices.enrollInClass(student, here);
            case "swap" -> offices.swap(student, here);
            case "move" -> offices.move(any(), there);
            case "expire" -> offices.expire(any());
            case "expire student" -> offices.expireStudent(student, here);
            case "expire section" -> offices.expireSection(here);
            case "accept" -> offices.accept(number);
            case "lapse" -> offices.lapse();
            case "pass" -> offices.pass(number);
            case "batch" -> offices.batch(lines());
            case "check in" -> offices.checkIn(student);
            case "check out" -> offices.checkOut(student);
            case "walk in" -> offices.walkIn(student, here);
            case "mark" -> offices.mark(student, here, number % 2 == 0);
            case "missing" -> offices.unenrollMissing(number);
            case "rank" -> offices.rank(student, wishes());
            case "express" -> offices.express(student, here.course());
            case "withdraw" -> offices.withdraw(student, here.course());
            case "convert" -> offices.convert(number % 2 == 0 ? Row.WISHES : List.of(Row.INTERESTED));
            case "configure" -> offices.configure(pick(Settings.TRIED));
            case "time" -> offices.change(here, there.slots(), size(number % 4), pick(List.of(Treatment.values())));
            case "resize" -> offices.change(here, null, new Size(number % 4), Treatment.values()[number / 4]);
            case "cancel" -> offices.cancel(here, number % 2 == 0);
            case "undo" -> offices.undo(number < NUMBERS / 2 ? 0 : number / 3 - 1);
            default -> throw new IllegalStateException(what);
        }
        offices.agree(student, here);
    }

    /** As many as a number says, none to say nothing about it. */
    private static Size size(int number) {
        return number == 0 ? null : new Size(number == 1 ? null : number);
    }

    /** Of as many as there may be. */
    private int any() {
        return number + NUMBERS * Model.STUDENTS.indexOf(student);
    }

    private <T> T pick(List<T> all) {
        return all.get(number % all.size());
    }

    /** Three sections from this one on, each of another type, for this student and the next. */
    private List<Row> lines() {
        var types = List.of(Row.ENROLLED, Row.WAITLIST, Row.ATTENDED, Row.ENROLLED);
        var from = Campus.SECTIONS.indexOf(Campus.section(section));
        return IntStream.range(0, 3).mapToObj(i -> new Row(0, i == 2 ? next(student) : student, after(from, i * (1 + number / 6)),
                types.get((number + i) % types.size()), 0, 0, 0)).toList();
    }

    private List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        var from = Campus.SECTIONS.indexOf(Campus.section(section));
        IntStream.range(0, number % 4).forEach(i -> wishes.add(new Wish(after(from, i), Row.WISHES.get((number + i) % Row.WISHES.size()))));
        return wishes;
    }

    private static Section after(int from, int steps) {
        return Campus.SECTIONS.get((from + steps) % Campus.SECTIONS.size());
    }

    private static String next(String student) {
        return Model.STUDENTS.get((Model.STUDENTS.indexOf(student) + 1) % Model.STUDENTS.size());
    }
}
