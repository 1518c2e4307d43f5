package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.errors.Refused;
import org.classreg.lottery.Lotteries;
import org.classreg.model.Fact.Row;
import org.classreg.model.Wishing.Wish;
import org.classreg.registration.Batches;
import org.classreg.registration.CheckIns;
import org.classreg.registration.Consequence;
import org.classreg.registration.Enrollments;
import org.classreg.registration.Interests;
import org.classreg.registration.Missing;
import org.classreg.registration.Offers;
import org.classreg.registration.Preference;
import org.classreg.registration.Preferences;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.registration.Reversal;
import org.classreg.registration.Reversals;
import org.classreg.registration.Schedules;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.SectionChanges.Size;
import org.classreg.registration.SectionChanges.Wanted;
import org.classreg.registration.SectionChanges.WantedMeeting;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Treatment;
import org.classreg.registration.Waitlists;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.Pool;

/** The real office and the model of it, which get the same requests and must always give the same answers. */
final class BothOffices implements AutoCloseable {

    private final Pool pool = new Pool();
    private final Office office;
    private final Model model = new Model();
    private final Memory memory;

    BothOffices(DatabaseKind kind) {
        office = Office.on(pool.over(kind.create()));
        Campus.build(office, Model.STUDENTS.size(), 1);
        office.in(() -> office.get(Programs.class).configure(CODE, Settings.AT_FIRST.asSet()));
        memory = new Memory(office, model);
    }

    void register(String student, Section section, String type) {
        same(() -> office.get(Registrations.class).register(id(section.code()), student, type),
                () -> model.seating.register(student, section, type));
    }

    void enrollInClass(String student, Section section) {
        same(() -> office.get(Enrollments.class).enrollInClass(CODE, section.course(), student), () -> model.seating.inClass(student, section.course()));
    }

    void swap(String student, Section section) {
        same(() -> office.get(Enrollments.class).swapInto(id(section.code()), student), () -> model.seating.swap(student, section));
    }

    /** Any of what somebody has. */
    void move(int which, Section to) {
        any(which).ifPresent(row -> {
            var registration = find(row);
            same(() -> office.get(Registrations.class).move(registration, to.code()), () -> model.seating.move(row, to));
        });
    }

    void expire(int which) {
        any(which).ifPresent(row -> {
            var registration = find(row);
            office.in(() -> office.get(Registrations.class).expire(registration));
            model.seating.expire(List.of(row));
        });
    }

    void expireStudent(String student, Section section) {
        office.in(() -> office.get(Registrations.class).expireStudent(id(section.code()), student));
        model.seating.expire(model.board.rows().filter(row -> row.section() == section && row.student().equals(student)).toList());
    }

    void expireSection(Section section) {
        office.in(() -> office.get(Registrations.class).expireSection(id(section.code())));
        model.seating.expire(model.board.rows().filter(row -> row.section() == section).toList());
    }

    void accept(int which) {
        var offers = model.board.rows().filter(row -> row.is(Row.OFFERED)).toList();
        if (!offers.isEmpty()) {
            var offer = offers.get(which % offers.size());
            var registration = find(offer);
            same(() -> office.get(Waitlists.class).accept(registration), () -> model.seating.accept(offer));
        }
    }

    void lapse() {
        office.in(() -> office.get(Offers.class).lapse());
        model.seating.lapse();
    }

    void pass(int minutes) {
        office.clock().advance(Duration.ofMinutes(minutes));
        model.board.now += minutes;
    }

    void batch(List<Row> lines) {
        var results = office.in(() -> office.get(Batches.class).register(CODE,
                lines.stream().map(line -> new Batches.Line(line.student(), line.section().code(), line.type())).toList()));
        assertThat(results.stream().map(result -> Answers.codes(result.reasons())).toList()).isEqualTo(model.batch(lines));
    }

    void checkIn(String student) {
        office.in(() -> office.get(CheckIns.class).checkIn(CODE, student));
        model.attending.checkIn(student);
    }

    void checkOut(String student) {
        same(() -> office.get(CheckIns.class).checkOut(CODE, student), () -> model.attending.checkOut(student));
    }

    void walkIn(String student, Section section) {
        same(() -> office.get(Batches.class).walkIn(id(section.code()), student, Optional.empty()), () -> model.attending.walkIn(student, section));
    }

    void mark(String student, Section section, boolean present) {
        var result = office.in(() -> office.get(Batches.class).markAttendance(id(section.code()), List.of(new Batches.Mark(student, present))));
        assertThat(Answers.codes(result.get(0).reasons())).isEqualTo(model.attending.mark(student, section, present));
    }

    void unenrollMissing(int minutesAgo) {
        var by = office.clock().instant().minus(Duration.ofMinutes(minutesAgo));
        var preview = words(office.in(() -> office.get(Missing.class).preview(CODE, by)).stream());
        var ended = words(office.in(() -> office.get(Missing.class).unenroll(CODE, by, null)).stream());
        assertThat(ended).isEqualTo(preview).isEqualTo(model.attending.unenrollMissing(model.board.now - minutesAgo));
    }

    void rank(String student, List<Wish> wishes) {
        same(() -> office.get(Preferences.class).rank(CODE, student,
                wishes.stream().map(wish -> new Preference(wish.section().code(), wish.type())).toList()), () -> model.wishing.rank(student, wishes));
    }

    void express(String student, String course) {
        same(() -> office.get(Interests.class).express(CODE, course, student), () -> model.wishing.express(student, course));
    }

    void withdraw(String student, String course) {
        office.in(() -> {
            office.get(Interests.class).withdraw(CODE, course, student);
            return null;
        });
        model.wishing.withdraw(student, course);
    }

    void convert(List<String> types) {
        office.in(() -> office.get(Lotteries.class).convert(CODE, Optional.empty(), types));
        model.wishing.convert(types);
    }

    void configure(Settings settings) {
        office.in(() -> office.get(Programs.class).configure(CODE, settings.asSet()));
        model.staffing.configure(settings);
        memory.forgetEligibility();
    }

    /** @param slots null to leave them; @param size null to leave it */
    void change(Section section, List<Slot> slots, Size size, Treatment treatment) {
        var state = model.board.state(section);
        var isRoomed = size != null && size.maxStudents() == null;
        state = slots == null ? state : state.meeting(slots, isRoomed);
        state = size == null ? state : state.limited(size.maxStudents());
        var wanted = new Wanted(slots == null ? null : slots.stream().map(slot -> new WantedMeeting(slot.starts(), slot.ends(),
                isRoomed ? List.of(Campus.ROOM) : List.of())).toList(), size);
        var preview = reasons(office.in(() -> office.get(SectionChanges.class).preview(id(section.code()), wanted)));
        var done = reasons(office.in(() -> office.get(SectionChanges.class).change(id(section.code()), wanted, treatment)));
        assertThat(done).isEqualTo(preview).isEqualTo(model.staffing.change(section, state, treatment));
        memory.forgetEligibility();
    }

    void cancel(Section section, boolean unschedule) {
        same(() -> office.get(SectionChanges.class).cancel(id(section.code()), unschedule, null), () -> model.staffing.cancel(section, unschedule));
        memory.forgetEligibility();
    }

    /** Undoes one of the operations, counted back from the last; what it does has been shown before. */
    void undo(int back) {
        var operations = memory.operations();
        if (!operations.isEmpty()) {
            var number = operations.size() - 1 - back % operations.size();
            var preview = outcome(() -> office.get(Reversals.class).preview(operations.get(number)));
            var done = outcome(() -> office.get(Reversals.class).undo(operations.get(number)));
            assertThat(done).isEqualTo(preview).isEqualTo(model.undo.undo(number));
            memory.forgetEligibility();
        }
    }

    /** After each step. */
    void agree(String student, Section section) {
        memory.agree(student, section);
    }

    void rememberEverything() {
        memory.rememberEverything();
    }

    private Optional<Row> any(int which) {
        var rows = model.board.rows().toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(which % rows.size()));
    }

    private long find(Row wanted) {
        return office.in(() -> office.get(Schedules.class).history(CODE, wanted.student(), 0, 1_000)).stream()
                .filter(row -> !row.hasEnded() && Answers.words(row).equals(wanted.toString()))
                .map(StudentRegistration::getId).findFirst().orElseThrow();
    }

    private static Map<String, Set<String>> reasons(List<Consequence> consequences) {
        return consequences.stream().collect(Collectors.toMap(one -> Answers.words(one.seat()), one -> Answers.codes(one.reasons()),
                (a, b) -> a, TreeMap::new));
    }

    private Optional<Undo.Outcome> outcome(Callable<Reversal> undoing) {
        try {
            var reversal = office.in(undoing);
            return Optional.of(new Undo.Outcome(words(reversal.ended().stream()), words(reversal.restored().stream()),
                    reversal.left().stream().collect(Collectors.toMap(left -> Answers.words(left.registration()),
                            left -> Answers.codes(left.reasons()), (a, b) -> a, TreeMap::new))));
        } catch (Refused e) {
            assertThat(Answers.codes(e.reasons())).containsExactly("ALREADY_UNDONE");
            return Optional.empty();
        }
    }

    private static Set<String> words(Stream<StudentRegistration> rows) {
        return rows.map(Answers::words).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Both do it, or both say the same against it. */
    private void same(Callable<?> change, Supplier<Set<String>> inModel) {
        Set<String> codes = Set.of();
        try {
            office.in(change);
        } catch (Refused e) {
            codes = Answers.codes(e.reasons());
        }
        assertThat(codes).isEqualTo(inModel.get());
    }

    @Override
    public void close() {
        office.close();
        pool.close();
    }
}
