package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.classreg.testing.SmallProgram.CODE;

import java.time.Instant;
import java.util.List;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
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

/** A student's interests in classes are replaced as a whole, and those of any instant can be asked for. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class InterestsTest {

    private final Office office;
    private final SmallProgram program;
    private final Interests interests;

    InterestsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        interests = office.get(Interests.class);
    }

    @BeforeEach
    void aStudentWhoIsInterestedInTwoOfThreeClasses() {
        program.students(1);
        program.section("E1s1", 5, "09:00-10:00");
        program.section("E2s1", 5, "10:00-11:00");
        program.section("E3s1", 5, "11:00-12:00");
        replace("E1", "E2");
        office.clock().tick();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatIsNotNamedEndsAndWhatIsNewStartsInOneOperation() {
        var before = office.clock().instant();
        office.clock().tick();

        assertThat(replace("E3", "E2")).containsExactly("E2", "E3");

        assertThat(at(before)).containsExactly("E1", "E2");
        assertThat(at(office.clock().instant())).containsExactly("E2", "E3");
        var operation = office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation();
        assertThat(operation.getChanges()).isEqualTo(2);
        office.in(() -> office.get(Reversals.class).undo(operation.getId()));
        assertThat(at(office.clock().instant())).containsExactly("E1", "E2");
    }

    @Test
    void whatStaysTheSameIsNoOperation() {
        var before = office.in(() -> office.get(Operations.class).latest(0, 9)).size();

        assertThat(replace("E2", "E1")).containsExactly("E1", "E2");

        assertThat(office.in(() -> office.get(Operations.class).latest(0, 9))).hasSize(before);
    }

    @Test
    void everyEntryAtFaultIsNamedAndNothingChanges() {
        var refusal = catchThrowableOfType(InvalidInput.class, () -> replace("E3", "E9", "E3"));

        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("[1].class", "[2].class");
        assertThat(at(office.clock().instant())).containsExactly("E1", "E2");
    }

    @Test
    void outsideTheWindowInterestsEndButNoneStarts() {
        var past = new Window(WindowKind.INTEREST, null, Instant.EPOCH);
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withWindows(List.of(past))));

        assertThatThrownBy(() -> replace("E2", "E3")).isInstanceOf(Refused.class).hasMessageContaining("Spring Program");
        assertThat(replace("E2")).containsExactly("E2");
    }

    @Test
    void whoHadOthersInMindReplacesNothing() {
        assertThatThrownBy(() -> office.in(() -> interests.replace(CODE, "s1", List.of(), present -> {
            throw new IllegalStateException(codes(present).toString());
        }))).hasMessage("[E1, E2]");

        assertThat(at(office.clock().instant())).containsExactly("E1", "E2");
    }

    private List<String> replace(String... classes) {
        return codes(office.in(() -> interests.replace(CODE, "s1", List.of(classes), present -> { })));
    }

    private List<String> at(Instant instant) {
        return codes(office.in(() -> interests.of(CODE, "s1", instant)));
    }

    private static List<String> codes(List<StudentSubjectInterest> found) {
        return found.stream().map(interest -> interest.getSubject().getCode()).toList();
    }
}
