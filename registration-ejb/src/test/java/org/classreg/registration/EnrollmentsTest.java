package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

/** Into any section of a class, or in exchange for whatever is in the way: all of it or nothing. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class EnrollmentsTest {

    private static final int CROWD = 12;

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final Enrollments enrollments;

    EnrollmentsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        enrollments = office.get(Enrollments.class);
    }

    @BeforeEach
    void aClassWithTwoSectionsAndOthersAtTheirTimes() {
        program.students(CROWD);
        program.section("E1s1", 3, "09:00-10:00");
        program.section("E1s2", 4, "11:00-12:00");
        program.section("E2s1", 1, "09:30-11:30");
        program.section("E3s1", 2, "13:00-14:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theSectionWithTheMostSeatsLeftIsTaken() {
        assertThat(enrollInClass("s1").getSection().getCode()).isEqualTo("E1s2");
        assertThat(enrollInClass("s2").getSection().getCode()).isEqualTo("E1s1");
    }

    @Test
    void aSectionThatDoesNotFitIsLeftForOneThatDoes() {
        program.section("E4s1", 1, "11:30-12:30");
        enroll("s1", "E4s1");

        assertThat(enrollInClass("s1").getSection().getCode()).isEqualTo("E1s1");
    }

    @Test
    void whenNoSectionFitsTheReasonsAgainstEachAreGiven() {
        enroll("s1", "E2s1");

        assertThat(refusal(() -> enrollInClass("s1"))).containsExactly("SCHEDULE_CONFLICT", "SCHEDULE_CONFLICT");
        enroll("s2", "E1s1");
        assertThat(refusal(() -> enrollInClass("s2"))).containsOnly("ALREADY_IN_CLASS");
        assertThatThrownBy(() -> office.in(() -> enrollments.enrollInClass(CODE, "E9", "s1"))).isInstanceOf(NotFound.class);
    }

    @Test
    void aCrowdFillsAllSectionsOfAClassAndNoMore() throws Exception {
        var threads = Executors.newFixedThreadPool(CROWD);
        try {
            var results = threads.invokeAll(IntStream.rangeClosed(1, CROWD).mapToObj(i -> (Callable<List<String>>) () -> {
                try {
                    return List.of(enrollInClass("s" + i).getSection().getCode());
                } catch (Refused e) {
                    return e.reasons().stream().map(Reason::code).toList();
                }
            }).toList());
            for (var result : results) {
                assertThat(result.get()).containsAnyOf("E1s1", "E1s2", "SECTION_FULL");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(3);
        assertThat(program.find("E1s2").getEnrolled()).isEqualTo(4);
    }

    @Test
    void aSwapEndsTheOtherSectionAndWhatMeetsThenInOneOperation() {
        enroll("s1", "E1s2");
        program.section("E4s1", 1, "09:00-09:30");
        enroll("s1", "E4s1");
        enroll("s1", "E3s1");
        office.clock().tick();

        var seat = swap("s1", "E1s1");

        assertThat(schedule("s1")).containsExactly("E1s1", "E3s1");
        assertThat(seat.getStartedBy().getChanges()).isEqualTo(3);
        assertThat(program.find("E1s2").getEnrolled()).isZero();
        assertThat(program.find("E4s1").getEnrolled()).isZero();
        office.clock().tick();
        office.in(() -> office.get(Reversals.class).undo(seat.getStartedBy().getId()));
        assertThat(schedule("s1")).containsExactly("E1s2", "E3s1", "E4s1");
    }

    @Test
    void aSwapThatIsRefusedChangesNothing() {
        enroll("s1", "E1s1");
        enroll("s2", "E2s1");
        var operations = office.in(() -> office.get(Operations.class).latest(0, 10)).size();

        assertThat(refusal(() -> swap("s1", "E2s1"))).containsExactly("SECTION_FULL");
        assertThat(refusal(() -> swap("s1", "E1s1"))).containsExactly("ALREADY_IN_CLASS");

        assertThat(schedule("s1")).containsExactly("E1s1");
        assertThat(office.in(() -> office.get(Operations.class).latest(0, 10))).hasSize(operations);
    }

    @Test
    void theSeatThatIsGivenUpGoesToWhoWaitsForIt() {
        enroll("s1", "E2s1");
        office.in(() -> registrations.register(id("E2s1"), "s2", "Waitlist"));

        swap("s1", "E1s1");

        assertThat(schedule("s1")).containsExactly("E1s1");
        assertThat(schedule("s2")).containsExactly("E2s1");
    }

    private StudentRegistration enrollInClass(String student) {
        return office.in(() -> enrollments.enrollInClass(CODE, "E1", student));
    }

    private StudentRegistration swap(String student, String section) {
        return office.in(() -> enrollments.swapInto(id(section), student));
    }

    private void enroll(String student, String section) {
        office.in(() -> registrations.enroll(id(section), student));
    }

    private List<String> schedule(String student) {
        return office.in(() -> office.get(Schedules.class).schedule(CODE, student, office.clock().instant())).stream()
                .filter(row -> row.getType().takesSeat()).map(row -> row.getSection().getCode()).toList();
    }

    private static List<String> refusal(Callable<?> change) {
        try {
            change.call();
        } catch (Refused e) {
            return e.reasons().stream().map(Reason::code).toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("not refused");
    }
}
