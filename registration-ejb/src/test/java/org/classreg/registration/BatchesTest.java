package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Operations;
import org.classreg.registration.Batches.Line;
import org.classreg.registration.Batches.Mark;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A list is one operation in which each line has its own result. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class BatchesTest {

    private final Office office;
    private final SmallProgram program;
    private final Batches batches;

    BatchesTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        batches = office.get(Batches.class);
    }

    @BeforeEach
    void twoSectionsAtTheSameTime() {
        program.students(4);
        program.section("E1s1", 2, "09:00-10:00");
        program.section("E2s1", 2, "09:30-10:30");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void everyLineThatCanBeDoneIsDoneAndTheOthersSayWhyNot() {
        var results = register(new Line("s1", "E1s1", "Enrolled"), new Line("s1", "E2s1", "Enrolled"), new Line("s2", "E1s1", "Enrolled"),
                new Line("s3", "E1s1", "Enrolled"), new Line("s3", "E1s1", "Waitlist"), new Line("nobody", "E1s1", "Enrolled"),
                new Line("s4", "E9s9", "Enrolled"), new Line("s4", "E1s1", "Wanted"), new Line("s4", "E2s1", "Enrolled"));

        assertThat(results).extracting(result -> String.join(" ", codes(result))).containsExactly(
                "", "SCHEDULE_CONFLICT", "", "SECTION_FULL", "", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "");
        assertThat(roster("E1s1", "Enrolled")).containsExactly("s1", "s2");
        assertThat(roster("E1s1", "Waitlist")).containsExactly("s3");
        assertThat(roster("E2s1", "Enrolled")).containsExactly("s4");
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(2);
    }

    @Test
    void aListIsOneOperationAndIsUndoneAsOne() {
        register(new Line("s1", "E1s1", "Enrolled"), new Line("s2", "E2s1", "Enrolled"));
        assertThat(office.in(() -> office.get(Operations.class).latest(0, 10))).hasSize(1)
                .allSatisfy(entry -> assertThat(entry.operation().getChanges()).isEqualTo(2));
        office.clock().tick();

        undoLast();

        assertThat(roster("E1s1", "Enrolled")).isEmpty();
        assertThat(roster("E2s1", "Enrolled")).isEmpty();
    }

    @Test
    void nobodyOffersASeatByAList() {
        assertThat(register(new Line("s1", "E1s1", "Offered"))).extracting(result -> String.join(" ", codes(result))).containsExactly("NOT_FOUND");
    }

    @Test
    void aListOfWhichNothingCanBeDoneLeavesNoEntryInTheJournal() {
        register(new Line("nobody", "E1s1", "Enrolled"));

        assertThat(office.in(() -> office.get(Operations.class).latest(0, 10))).isEmpty();
    }

    @Test
    void attendanceIsMarkedAndUnmarkedForAListOnce() {
        register(new Line("s1", "E1s1", "Enrolled"), new Line("s2", "E1s1", "Enrolled"));

        var results = mark(new Mark("s1", true), new Mark("s2", false), new Mark("s3", true), new Mark("nobody", true));
        assertThat(results).extracting(result -> String.join(" ", codes(result))).containsExactly("", "", "NOT_ENROLLED", "NOT_FOUND");
        assertThat(roster("E1s1", "Attended")).containsExactly("s1");

        assertThat(mark(new Mark("s1", true))).extracting(LineResult::registration).containsOnlyNulls();
        office.clock().tick();
        mark(new Mark("s1", false));
        assertThat(roster("E1s1", "Attended")).isEmpty();
    }

    @Test
    void whoWalksInIsEnrolledCheckedInAndPresentInOneOperation() {
        office.in(() -> batches.walkIn(id("E1s1"), "s1", Optional.empty()));

        assertThat(roster("E1s1", "Enrolled")).containsExactly("s1");
        assertThat(roster("E1s1", "Attended")).containsExactly("s1");
        assertThat(present()).containsExactly("s1");
        office.clock().tick();

        undoLast();
        assertThat(roster("E1s1", "Enrolled")).isEmpty();
        assertThat(roster("E1s1", "Attended")).isEmpty();
        assertThat(present()).isEmpty();
    }

    @Test
    void staffLetAWalkInIntoAFullSectionWithAReasonOnly() {
        register(new Line("s1", "E1s1", "Enrolled"), new Line("s2", "E1s1", "Enrolled"));

        assertThatThrownBy(() -> office.in(() -> batches.walkIn(id("E1s1"), "s3", Optional.empty()))).isInstanceOf(Refused.class);
        assertThat(present()).isEmpty();
        assertThatThrownBy(() -> office.in(() -> batches.walkIn(id("E1s1"), "s3",
                Optional.of(new RuleOverride(Set.of("SECTION_FULL"), " "))))).isInstanceOf(InvalidInput.class);

        office.in(() -> batches.walkIn(id("E1s1"), "s3", Optional.of(new RuleOverride(Set.of("SECTION_FULL"), "There is a chair."))));
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(3);
    }

    @Test
    void aListThatIsTooLongAndAProgramThatIsNotThereChangeNothing() {
        assertThatThrownBy(() -> office.in(() -> batches.register(CODE, Collections.nCopies(1_001, new Line("s1", "E1s1", "Enrolled")))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> office.in(() -> batches.register("nowhere", List.of()))).isInstanceOf(NotFound.class);
        assertThat(roster("E1s1", "Enrolled")).isEmpty();
    }

    private List<LineResult> register(Line... lines) {
        return office.in(() -> batches.register(CODE, List.of(lines)));
    }

    private List<LineResult> mark(Mark... marks) {
        return office.in(() -> batches.markAttendance(id("E1s1"), List.of(marks)));
    }

    private static List<String> codes(LineResult result) {
        return result.reasons().stream().map(Reason::code).toList();
    }

    private List<String> roster(String section, String type) {
        return office.in(() -> office.get(Rosters.class).roster(id(section), type, office.clock().instant(), 0, 10)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }

    private List<String> present() {
        return office.in(() -> office.get(CheckIns.class).present(CODE, office.clock().instant(), 0, 10)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }

    private Reversal undoLast() {
        var operation = lastOperation();
        return office.in(() -> office.get(Reversals.class).undo(operation));
    }

    private long lastOperation() {
        return office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation().getId();
    }
}
