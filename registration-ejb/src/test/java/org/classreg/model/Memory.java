package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.operations.Operations;
import org.classreg.registration.Interests;
import org.classreg.testing.Office;

/** Compares the real office with the model, and what it answers of a moment with what it answered then. */
final class Memory {

    /** A query that was asked as of an instant, and what was answered. */
    private record Asked(String question, Callable<?> query, Object answer) {
    }

    private static final int KINDS = 3;

    private final Office office;
    private final Model model;
    private final Answers answers;
    private final List<Long> operations = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Asked> eligibility = new ArrayList<>();
    private Instant before;
    private int steps;

    Memory(Office office, Model model) {
        this.office = office;
        this.model = model;
        answers = new Answers(office);
        before = office.clock().instant();
    }

    /** The operations of the journal, the first first. */
    List<Long> operations() {
        return List.copyOf(operations);
    }

    /** What it answers of the past, it answers with the settings, and the times of sections, of now. */
    void forgetEligibility() {
        eligibility.clear();
    }

    /** The same registrations, lines, counters, presence and journal; and whatever can be asked of the moment is remembered. */
    void agree(String student, Section section) {
        var now = office.clock().instant();
        office.in(() -> {
            assertThat(answers.registrations(now)).isEqualTo(model.registrations());
            assertThat(answers.seats(now)).isEqualTo(model.taken());
            assertThat(office.get(Catalog.class).sections(CODE)).allSatisfy(this::assertThatCountersAgree);
            model.lines().forEach((code, line) -> assertThat(answers.line(code, now)).as("line of " + code).isEqualTo(line));
            assertThat(answers.present(now)).isEqualTo(model.present());
            assertThat(office.get(Interests.class).of(CODE, student).stream().map(interest -> interest.getSubject().getCode())
                    .collect(Collectors.toSet())).isEqualTo(model.interests(student));
            assertThat(answers.eligibility(student, section.code(), now)).as("%s in %s", student, section)
                    .isEqualTo(model.objections.toRegister(student, section, Fact.Row.ENROLLED, List.of()));
            readJournal();
            return null;
        });
        remember(student, section, now);
        before = now;
        office.clock().tick();
        model.board.now++;
    }

    private void assertThatCountersAgree(ClassSection real) {
        var section = Campus.section(real.getCode());
        assertThat(real.getEnrolled()).as("seats taken of " + section).isEqualTo(model.board.seats(section).size());
        assertThat(real.getCapacity()).as("capacity of " + section).isEqualTo(model.board.capacity(section));
        assertThat(real.isCancelled()).as("cancelled: " + section).isEqualTo(model.board.state(section).cancelled());
    }

    private void readJournal() {
        office.get(Operations.class).latest(0, model.board.journal.size() - operations.size() + 1).stream()
                .map(entry -> entry.operation().getId())
                .filter(operation -> !operations.contains(operation))
                .forEach(operations::add);
        assertThat(operations).hasSameSizeAs(model.board.journal);
    }

    private void remember(String student, Section section, Instant now) {
        var queries = switch (steps++ % KINDS) {
            case 0 -> answers.ofStudent(student, now);
            case 1 -> answers.ofProgram(now, before);
            default -> answers.ofSection(section.code(), now);
        };
        office.in(() -> {
            queries.forEach((question, query) -> asked.add(new Asked(question + " as of " + now, query, call(query))));
            Callable<?> may = () -> answers.eligibility(student, section.code(), now);
            eligibility.add(new Asked("eligibility of %s in %s as of %s".formatted(student, section, now), may, call(may)));
            return null;
        });
    }

    /** Whatever was asked of a moment as it was is answered the same now. */
    void rememberEverything() {
        office.in(() -> {
            for (var list : List.of(asked, eligibility)) {
                list.forEach(one -> assertThat(call(one.query)).as(one.question).isEqualTo(one.answer));
            }
            return null;
        });
    }

    private static Object call(Callable<?> query) {
        try {
            return query.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
