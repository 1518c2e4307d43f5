package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import org.classreg.catalog.ClassStatus;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Operations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A cancelled section lets everybody go, in one operation that can be undone. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class CancelSectionTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final SectionChanges changes;

    CancelSectionTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        changes = office.get(SectionChanges.class);
    }

    @BeforeEach
    void twoSectionsOfAClassAndAnotherAtTheSameTime() {
        program.students(4);
        program.section("E1s1", 1, "09:00-10:00");
        program.section("E1s2", 1, "11:00-12:00");
        program.section("E2s1", 1, "09:00-10:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whateverIsRegisteredInItEndsInOneOperationWithItsReason() {
        register("s1", "E1s1", "Enrolled");
        register("s2", "E1s1", "Waitlist");
        register("s3", "E1s1", "Interested");
        register("s4", "E1s2", "Enrolled");

        var ended = cancel("E1s1");

        assertThat(ended).extracting(StudentRegistration::toString).containsExactlyInAnyOrder("Student s1 Enrolled in E1s1",
                "Student s2 Waitlist in E1s1", "Student s3 Interested in E1s1");
        var operation = lastOperation();
        assertThat(ended).extracting(row -> row.getEndedBy().getId()).containsOnly(operation);
        assertThat(office.in(() -> office.get(Operations.class).get(operation)).operation().getReason()).isEqualTo("The teacher is ill.");
        assertThat(program.find("E1s1").getEnrolled()).isZero();
        assertThat(roster("E1s2", "Enrolled")).containsExactly("s4");
    }

    @Test
    void nobodyEntersItAndNobodyWaitsForItAnyMore() {
        cancel("E1s1");

        assertThat(refusal("s1", "E1s1", "Enrolled")).contains("SECTION_CANCELLED");
        assertThat(refusal("s1", "E1s1", "Waitlist")).contains("SECTION_CANCELLED");
        assertThatThrownBy(() -> cancel("E1s1")).isInstanceOf(Refused.class);
    }

    @Test
    void whoLosesTheSeatGetsTheOneTheyWaitForAtThatTime() {
        register("s2", "E2s1", "Enrolled");
        register("s1", "E1s1", "Enrolled");
        register("s1", "E2s1", "Waitlist");
        office.in(() -> registrations.expireStudent(id("E2s1"), "s2"));
        assertThat(roster("E2s1", "Enrolled")).isEmpty();

        cancel("E1s1");

        assertThat(roster("E2s1", "Enrolled")).containsExactly("s1");
    }

    @Test
    void interestInTheClassEndsWithItsLastSection() {
        office.in(() -> office.get(Interests.class).express(CODE, "E1", "s1"));

        cancel("E1s1");
        assertThat(interests("s1")).isEqualTo(1);

        cancel("E1s2");
        assertThat(interests("s1")).isZero();
    }

    @Test
    void itsTimesStayUnlessTheyAreGivenUp() {
        cancel("E1s1");
        office.in(() -> changes.cancel(id("E1s2"), true, null));

        assertThat(program.find("E1s1").timeslots()).hasSize(1);
        assertThat(program.find("E1s2").timeslots()).isEmpty();
    }

    @Test
    void undoingBringsTheSectionItsTimesAndEverybodyInItBack() {
        register("s1", "E1s1", "Enrolled");
        register("s2", "E1s1", "Waitlist");
        register("s3", "E1s1", "Waitlist");
        office.in(() -> changes.cancel(id("E1s1"), true, null));
        office.clock().tick();

        var reversal = undoLast();

        assertThat(reversal.left()).isEmpty();
        assertThat(program.find("E1s1").getStatus()).isEqualTo(ClassStatus.ACCEPTED);
        assertThat(program.find("E1s1").timeslots()).hasSize(1);
        assertThat(roster("E1s1", "Enrolled")).containsExactly("s1");
        assertThat(office.in(() -> office.get(Waitlists.class).line(id("E1s1"), office.clock().instant(), 0, 10)))
                .extracting(row -> row.getStudent().getUsername()).containsExactly("s2", "s3");
    }

    @Test
    void whoAttendedBeforeTheyWereEnrolledGetsBothBack() {
        register("s1", "E1s1", "Attended");
        register("s1", "E1s1", "Enrolled");
        office.in(() -> changes.cancel(id("E1s1"), false, null));
        office.clock().tick();

        assertThat(undoLast().left()).isEmpty();
        assertThat(roster("E1s1", "Enrolled")).containsExactly("s1");
        assertThat(roster("E1s1", "Attended")).containsExactly("s1");
    }

    @Test
    void aSectionThatIsNotThereAndAReasonThatIsTooLongChangeNothing() {
        assertThatThrownBy(() -> cancel("E9s9")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> changes.cancel(id("E1s1"), false, "x".repeat(301)))).isInstanceOf(InvalidInput.class);
        assertThat(program.find("E1s1").isCancelled()).isFalse();
    }

    private List<StudentRegistration> cancel(String section) {
        return office.in(() -> changes.cancel(id(section), false, "The teacher is ill."));
    }

    private void register(String student, String section, String type) {
        office.in(() -> registrations.register(id(section), student, type));
    }

    private List<String> refusal(String student, String section, String type) {
        try {
            register(student, section, type);
        } catch (Refused e) {
            return e.reasons().stream().map(Reason::code).toList();
        }
        throw new AssertionError("not refused");
    }

    private List<String> roster(String section, String type) {
        return office.in(() -> office.get(Rosters.class).roster(id(section), type, office.clock().instant(), 0, 10)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }

    private long interests(String student) {
        return office.in(() -> office.get(Interests.class).of(CODE, student)).size();
    }

    private Reversal undoLast() {
        var operation = lastOperation();
        return office.in(() -> office.get(Reversals.class).undo(operation));
    }

    private long lastOperation() {
        return office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation().getId();
    }
}
