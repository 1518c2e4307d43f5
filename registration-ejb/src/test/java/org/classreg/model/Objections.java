package org.classreg.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.classreg.catalog.WindowKind;
import org.classreg.model.Fact.Row;

/** The rules of the office as one would tell them: each gives the codes of what speaks against something. */
final class Objections {

    private final Blackboard board;

    Objections(Blackboard board) {
        this.board = board;
    }

    /** To what a student asks for, with some of the seats given up for it. */
    Set<String> toRegister(String student, Section section, String type, List<Row> givenUp) {
        if (!isSeat(type) && board.find(student, section, type).isPresent()) {
            return Set.of("ALREADY_REGISTERED");
        }
        if (isSeat(type)) {
            return with(toSeat(student, section, givenUp), isClosed(WindowKind.ENROLLMENT), "OUTSIDE_WINDOW");
        }
        if (type.equals(Row.WAITLIST)) {
            return with(toWait(student, section), isClosed(WindowKind.ENROLLMENT), "OUTSIDE_WINDOW");
        }
        return Row.WISHES.contains(type) ? toWish(section, type, ranked(student, givenUp)) : Set.of();
    }

    /** To a seat in exchange for others. */
    Set<String> toExchange(String student, Section section, List<Row> givenUp) {
        return with(toSeat(student, section, givenUp), isClosed(WindowKind.CHANGES), "OUTSIDE_WINDOW");
    }

    /** To a seat, whoever gives it. */
    Set<String> toSeat(String student, Section section, List<Row> givenUp) {
        var all = board.schedule(student);
        var kept = sectionsOf(all.stream().filter(row -> !givenUp.contains(row)));
        var codes = toPossible(section, kept);
        with(codes, board.state(section).slots().isEmpty(), "NOT_SCHEDULED");
        with(codes, isTooYoung(student, section), "GRADE_OUT_OF_RANGE");
        with(codes, board.isFull(section), "SECTION_FULL");
        codes.addAll(toMore(student, section, kept));
        return with(codes, all.isEmpty() && isProgramFull(student), "PROGRAM_FULL");
    }

    /** To a seat that somebody had, and that comes back; who was in the program at the time of the undoing is not held up by its cap. */
    Set<String> toSeatAgain(String student, Section section, boolean wasIn) {
        var schedule = sectionsOf(board.schedule(student).stream());
        var codes = toPossible(section, schedule);
        with(codes, board.isFull(section), "SECTION_FULL");
        codes.addAll(toMore(student, section, schedule));
        return with(codes, schedule.isEmpty() && !wasIn && isProgramFull(student), "PROGRAM_FULL");
    }

    /** To a seat that somebody has, in a section that has changed. @param before how many seats of it are kept already */
    Set<String> toKeep(Row seat, int before) {
        var section = seat.section();
        var others = sectionsOf(board.schedule(seat.student()).stream()).stream().filter(other -> other != section).toList();
        var codes = new TreeSet<String>();
        with(codes, meetsDuring(section, others), "SCHEDULE_CONFLICT");
        with(codes, isLunchLost(board.state(section), others), "LUNCH_NEEDED");
        with(codes, isTooManySlots(board.state(section), others), "TOO_MANY_SECTIONS");
        return with(codes, before >= board.capacity(section), "SECTION_FULL");
    }

    /** Whether nobody with this schedule could be in a section if it were so. */
    boolean isImpossible(Section section, Section.State wanted, List<Section> schedule) {
        return schedule.stream().filter(other -> !other.course().equals(section.course())).anyMatch(other -> board.state(other).overlaps(wanted))
                || isLunchLost(wanted, schedule) || isTooManySlots(wanted, schedule);
    }

    /** To wishes. @param ranked the other sections that are ranked by priority */
    Set<String> toWish(Section section, String type, Collection<Section> ranked) {
        var codes = new TreeSet<String>();
        with(codes, board.state(section).cancelled(), "SECTION_CANCELLED");
        with(codes, isClosed(WindowKind.INTEREST), "OUTSIDE_WINDOW");
        var limit = board.settings.priorities();
        var isCrowded = limit != null && rank(type) > 0 && (rank(type) > limit || board.state(section).slots().stream().anyMatch(slot ->
                ranked.stream().filter(other -> other != section)
                        .filter(other -> board.state(other).slots().stream().anyMatch(slot::overlaps)).count() >= limit));
        return with(codes, isCrowded, "PRIORITY_LIMIT");
    }

    boolean isClosed(WindowKind kind) {
        return board.settings.closed() == kind;
    }

    static int rank(String type) {
        return type.startsWith(Row.PRIORITY) ? Integer.parseInt(type.substring(Row.PRIORITY.length())) : 0;
    }

    private Set<String> toWait(String student, Section section) {
        var codes = new TreeSet<String>();
        with(codes, board.state(section).cancelled(), "SECTION_CANCELLED");
        with(codes, board.state(section).slots().isEmpty(), "NOT_SCHEDULED");
        with(codes, isTooYoung(student, section), "GRADE_OUT_OF_RANGE");
        with(codes, isInClass(section, sectionsOf(board.schedule(student).stream())), "ALREADY_IN_CLASS");
        return with(codes, !board.isFull(section), "SEATS_LEFT");
    }

    private Set<String> toPossible(Section section, List<Section> schedule) {
        var codes = new TreeSet<String>();
        with(codes, board.state(section).cancelled(), "SECTION_CANCELLED");
        with(codes, isInClass(section, schedule), "ALREADY_IN_CLASS");
        return with(codes, meetsDuring(section, schedule), "SCHEDULE_CONFLICT");
    }

    private Set<String> toMore(String student, Section section, List<Section> schedule) {
        var codes = new TreeSet<String>();
        var most = Stream.of(Campus.most(student), board.settings.sections()).filter(limit -> limit != null);
        with(codes, most.anyMatch(limit -> schedule.size() >= limit) || isTooManySlots(board.state(section), schedule), "TOO_MANY_SECTIONS");
        return with(codes, isLunchLost(board.state(section), schedule), "LUNCH_NEEDED");
    }

    private static boolean isSeat(String type) {
        return type.equals(Row.ENROLLED);
    }

    private static boolean isInClass(Section section, List<Section> schedule) {
        return schedule.stream().anyMatch(other -> other.course().equals(section.course()));
    }

    private boolean meetsDuring(Section section, List<Section> schedule) {
        return schedule.stream().filter(other -> !other.course().equals(section.course()))
                .anyMatch(other -> board.state(other).overlaps(board.state(section)));
    }

    private static boolean isTooYoung(String student, Section section) {
        return section.course().equals(Campus.ADVANCED) && Campus.grade(student) < Campus.ADVANCED_GRADE;
    }

    private boolean isTooManySlots(Section.State section, List<Section> schedule) {
        return board.settings.slots() != null && slots(section, schedule).size() > board.settings.slots();
    }

    private boolean isLunchLost(Section.State section, List<Section> schedule) {
        var slots = slots(section, schedule);
        return !section.slots().isEmpty() && slots.stream().anyMatch(slot -> slot.from() < Campus.LUNCH.from())
                && slots.stream().anyMatch(slot -> slot.to() > Campus.LUNCH.to()) && slots.stream().anyMatch(Campus.LUNCH::overlaps);
    }

    private List<Slot> slots(Section.State section, List<Section> schedule) {
        return Stream.concat(Stream.of(section), schedule.stream().map(board::state)).flatMap(one -> one.slots().stream()).toList();
    }

    private boolean isProgramFull(String student) {
        var inIt = board.rows().filter(Row::takesSeat).map(Row::student).distinct().toList();
        var settings = board.settings;
        return settings.cap() != null && inIt.size() >= settings.cap()
                || settings.capOfYoung() != null && isYoung(student) && inIt.stream().filter(Objections::isYoung).count() >= settings.capOfYoung();
    }

    private static boolean isYoung(String student) {
        return Campus.grade(student) <= Settings.LAST_YOUNG_GRADE;
    }

    private Set<Section> ranked(String student, List<Row> givenUp) {
        var ranked = new LinkedHashSet<Section>();
        board.rows().filter(row -> row.student().equals(student) && rank(row.type()) > 0).map(Row::section)
                .filter(section -> givenUp.stream().noneMatch(row -> row.section() == section)).forEach(ranked::add);
        return ranked;
    }

    private static List<Section> sectionsOf(Stream<Row> rows) {
        return rows.map(Row::section).toList();
    }

    private static Set<String> with(Set<String> codes, boolean isSo, String code) {
        if (isSo) {
            codes.add(code);
        }
        return codes;
    }
}
