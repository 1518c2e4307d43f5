package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Instant;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.operations.Operations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who does not come loses the seat to who waits. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class MissingTest {

    private final Office office;
    private final Registrations registrations;
    private final Missing missing;

    MissingTest(DatabaseKind kind) {
        office = Office.on(kind);
        var program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        missing = office.get(Missing.class);
        program.students(5);
        program.section("E1s1", 3, "09:00-10:00");
        program.section("E2s1", 3, "11:00-12:00");
    }

    @BeforeEach
    void threeAreEnrolledAndTheFourthWaits() {
        for (var student : List.of("s1", "s2", "s3")) {
            register(student, "E1s1", "Enrolled");
        }
        register("s4", "E1s1", "Waitlist");
        office.clock().tick();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whoWasCheckedInOrSeenInAnySectionKeepsEverySeat() {
        register("s1", "E2s1", "Enrolled");
        office.in(() -> office.get(CheckIns.class).checkIn(CODE, "s1"));
        register("s2", "E2s1", "Attended");
        var by = office.clock().tick();

        assertThat(unenroll(by)).extracting(StudentRegistration::toString).containsExactly("Student s3 Enrolled in E1s1");

        assertThat(roster("E1s1")).containsExactly("s1", "s2", "s4");
        assertThat(roster("E2s1")).containsExactly("s1");
    }

    @Test
    void whoWasCheckedOutAgainHasBeenThere() {
        office.in(() -> office.get(CheckIns.class).checkIn(CODE, "s1"));
        office.clock().tick();
        office.in(() -> office.get(CheckIns.class).checkOut(CODE, "s1"));

        assertThat(unenroll(office.clock().tick())).extracting(row -> row.getStudent().getUsername()).containsExactly("s2", "s3");
    }

    @Test
    void whoComesAfterTheInstantIsTooLateAndWhoEnrolledAfterItIsNotMissing() {
        var by = office.clock().instant();
        office.clock().tick();
        office.in(() -> office.get(CheckIns.class).checkIn(CODE, "s1"));
        register("s5", "E2s1", "Enrolled");

        assertThat(unenroll(by)).extracting(row -> row.getStudent().getUsername()).containsExactly("s1", "s2", "s3");
        assertThat(roster("E2s1")).containsExactly("s5");
    }

    @Test
    void thePreviewSaysTheSameAndChangesNothing() {
        var by = office.clock().instant();

        var seen = office.in(() -> missing.preview(CODE, by)).stream().map(StudentRegistration::getId).toList();

        assertThat(roster("E1s1")).containsExactly("s1", "s2", "s3");
        assertThat(unenroll(by)).extracting(StudentRegistration::getId).isEqualTo(seen);
    }

    @Test
    void itIsOneOperationAndIsUndoneAsOne() {
        unenroll(office.clock().instant());
        assertThat(roster("E1s1")).containsExactly("s4");
        office.clock().tick();

        var operation = office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation();
        var reversal = office.in(() -> office.get(Reversals.class).undo(operation.getId()));

        assertThat(operation.getKind()).isEqualTo("unenrollMissing");
        assertThat(reversal.left()).isEmpty();
        assertThat(roster("E1s1")).containsExactly("s1", "s2", "s3");
        assertThat(office.in(() -> office.get(Waitlists.class).line(id("E1s1"), office.clock().instant(), 0, 10)))
                .extracting(row -> row.getStudent().getUsername()).containsExactly("s4");
    }

    @Test
    void whenAllHaveComeNothingIsWritten() {
        var before = office.in(() -> office.get(Operations.class).latest(0, 100)).size();

        assertThat(unenroll(Instant.parse("2026-01-01T00:00:00Z"))).isEmpty();

        assertThat(office.in(() -> office.get(Operations.class).latest(0, 100))).hasSize(before);
        assertThatThrownBy(() -> office.in(() -> missing.unenroll("nowhere", office.clock().instant(), null))).isInstanceOf(NotFound.class);
    }

    @Test
    void theReasonStandsInTheJournalAndOneTooLongChangesNothing() {
        assertThatThrownBy(() -> office.in(() -> missing.unenroll(CODE, office.clock().instant(), "x".repeat(301))))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("reason");
        assertThat(roster("E1s1")).containsExactly("s1", "s2", "s3");

        office.in(() -> missing.unenroll(CODE, office.clock().instant(), "Nobody came by noon"));

        assertThat(office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation().getReason()).isEqualTo("Nobody came by noon");
    }

    private List<StudentRegistration> unenroll(Instant by) {
        return office.in(() -> missing.unenroll(CODE, by, null));
    }

    private void register(String student, String section, String type) {
        office.in(() -> registrations.register(id(section), student, type));
    }

    private List<String> roster(String section) {
        return office.in(() -> office.get(Rosters.class).roster(id(section), "Enrolled", office.clock().instant(), 0, 10)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }
}
