package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.lottery.Lotteries;
import org.classreg.operations.JournalEntry;
import org.classreg.operations.Operations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 2: any operation can be undone as a unit, and history is never rewritten. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ReversalsTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final Reversals reversals;

    ReversalsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        reversals = office.get(Reversals.class);
    }

    @BeforeEach
    void threeSections() {
        program.students(3);
        program.section("E1s1", 2, "09:00-10:00");
        program.section("E1s2", 2, "11:00-12:00");
        program.section("E2s1", 2, "09:30-10:30");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void undoingAnEnrollmentEndsIt() {
        enroll("s1", "E1s1");

        assertThat(undoLast().ended()).hasSize(1);
        assertThat(roster("E1s1")).isEmpty();
        assertThat(program.find("E1s1").getEnrolled()).isZero();
    }

    @Test
    void undoingAnEndRestoresTheSeatAsANewRowAndHistoryKeepsBoth() {
        var old = enroll("s1", "E1s1");
        office.in(() -> registrations.expire(old.getId()));
        office.clock().tick();

        var restored = undoLast().restored();

        assertThat(restored).singleElement().satisfies(row -> {
            assertThat(row.getId()).isNotEqualTo(old.getId());
            assertThat(row.getStartDate()).isEqualTo(office.clock().instant());
        });
        assertThat(roster("E1s1")).containsExactly("s1");
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);
        assertThat(office.in(() -> office.get(Schedules.class).history(CODE, "s1", 0, 10))).hasSize(2);
    }

    @Test
    void undoingAMoveMovesBack() {
        var old = enroll("s1", "E1s1");
        office.in(() -> registrations.move(old.getId(), "E1s2"));
        office.clock().tick();

        undoLast();

        assertThat(roster("E1s1")).containsExactly("s1");
        assertThat(roster("E1s2")).isEmpty();
    }

    @Test
    void undoingAConversionGivesEveryWishBackAndTheSectionsTheirSeats() {
        for (var student : List.of("s1", "s2", "s3")) {
            office.in(() -> registrations.register(id("E1s1"), student, "Interested"));
        }
        office.in(() -> office.get(Lotteries.class).convert(CODE, Optional.empty(), List.of("Interested")));
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(2);
        office.clock().tick();

        var reversal = undoLast();

        assertThat(reversal.ended()).hasSize(2);
        assertThat(reversal.restored()).hasSize(2);
        assertThat(program.find("E1s1").getEnrolled()).isZero();
        assertThat(roster("E1s1", "Interested", office.clock().instant())).containsExactly("s1", "s2", "s3");
    }

    @Test
    void whatTheWorldHasMovedOnFromIsListedBeforeAndLeftAsItIs() {
        enroll("s1", "E1s1");
        enroll("s2", "E1s1");
        office.in(() -> registrations.expireSection(id("E1s1")));
        var cleared = last();
        enroll("s1", "E2s1");

        var preview = office.in(() -> reversals.preview(cleared));
        assertThat(preview.left()).singleElement().satisfies(left -> {
            assertThat(left.registration().getStudent().getUsername()).isEqualTo("s1");
            assertThat(left.reasons()).extracting(Reason::code).containsExactly("SCHEDULE_CONFLICT");
        });
        assertThat(preview.restored()).hasSize(1);
        assertThat(roster("E1s1")).as("a preview writes nothing").isEmpty();

        var reversal = office.in(() -> reversals.undo(cleared));
        assertThat(reversal.left()).hasSize(1);
        assertThat(roster("E1s1")).containsExactly("s2");
        assertThat(roster("E2s1")).containsExactly("s1");
    }

    @Test
    void whatEndedSinceStaysEnded() {
        var registration = enroll("s1", "E1s1");
        var enrolled = last();
        office.in(() -> registrations.expire(registration.getId()));

        var reversal = office.in(() -> reversals.undo(enrolled));

        assertThat(reversal.ended()).isEmpty();
        assertThat(reversal.left()).singleElement().satisfies(left ->
                assertThat(left.reasons()).extracting(Reason::code).containsExactly("ENDED_SINCE"));
    }

    @Test
    void anUndoCanItselfBeUndoneButNothingIsUndoneTwice() {
        enroll("s1", "E1s1");
        var enrolled = last();
        office.clock().tick();
        undoLast();
        var undo = last();

        assertThatThrownBy(() -> office.in(() -> reversals.undo(enrolled))).isInstanceOf(Refused.class)
                .hasMessageContaining("has been undone by operation " + undo);
        office.clock().tick();
        office.in(() -> reversals.undo(undo));

        assertThat(roster("E1s1")).containsExactly("s1");
    }

    @Test
    void interestsComeBackToo() {
        var interests = office.get(Interests.class);
        office.in(() -> interests.express(CODE, "E1", "s1"));
        office.in(() -> {
            interests.withdraw(CODE, "E1", "s1");
            return null;
        });
        office.clock().tick();

        assertThat(undoLast().interests()).hasSize(1);
        assertThat(office.in(() -> interests.of(CODE, "s1"))).hasSize(1);
    }

    @Test
    void manyWhoUndoTheSameAtOnceUndoItOnce() throws Exception {
        enroll("s1", "E1s1");
        office.in(() -> registrations.expireSection(id("E1s1")));
        var cleared = last();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var results = threads.invokeAll(IntStream.range(0, 8).<Callable<Boolean>>mapToObj(i -> () -> {
                try {
                    office.in(() -> reversals.undo(cleared));
                    return true;
                } catch (Refused e) {
                    return false;
                }
            }).toList());
            var undone = 0;
            for (var result : results) {
                undone += result.get() ? 1 : 0;
            }
            assertThat(undone).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);
    }

    @Test
    void theJournalHasTheLatestFirstAndSaysWhatWasUndone() {
        enroll("s1", "E1s1");
        office.clock().tick();
        undoLast();

        var entries = office.in(() -> office.get(Operations.class).latest(0, 10));

        assertThat(entries).extracting(entry -> entry.operation().getKind()).containsExactly("undo", "register");
        assertThat(entries.get(1).undoneBy()).isEqualTo(entries.get(0).operation());
        assertThatThrownBy(() -> office.in(() -> office.get(Operations.class).get(987_654))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> reversals.undo(987_654))).isInstanceOf(NotFound.class);
    }

    private StudentRegistration enroll(String student, String section) {
        return office.in(() -> registrations.enroll(id(section), student));
    }

    private Reversal undoLast() {
        var operation = last();
        return office.in(() -> reversals.undo(operation));
    }

    private long last() {
        return office.in(() -> office.get(Operations.class).latest(0, 1)).stream().map(JournalEntry::operation).findFirst().orElseThrow().getId();
    }

    private List<String> roster(String section) {
        return roster(section, RegistrationType.ENROLLED, office.clock().instant());
    }

    private List<String> roster(String section, String type, Instant at) {
        return office.in(() -> office.get(Rosters.class).roster(id(section), type, at, 0, 100)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }
}
