package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.operations.Operations;
import org.classreg.people.Role;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is at a program is known for every instant. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class CheckInsTest {

    private final Office office;
    private final SmallProgram program;
    private final CheckIns checkIns;

    CheckInsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        checkIns = office.get(CheckIns.class);
    }

    @BeforeEach
    void students() {
        program.students(2);
        program.person("teacher", null, Role.TEACHER);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aStudentIsThereFromCheckInUntilCheckOut() {
        var came = office.clock().instant();
        checkIn("s1");
        var left = office.clock().tick();
        checkOut("s1");

        assertThat(present(came.minusMillis(1))).isEmpty();
        assertThat(present(came)).containsExactly("s1");
        assertThat(present(left.minusMillis(1))).containsExactly("s1");
        assertThat(present(left)).isEmpty();
    }

    @Test
    void whoIsInStaysInAndWhoIsOutCannotLeave() {
        var first = checkIn("s1");
        office.clock().tick();

        assertThat(checkIn("s1").getId()).isEqualTo(first.getId());
        assertThatThrownBy(() -> checkOut("s2")).isInstanceOf(Refused.class).hasMessageContaining("not checked in");
        assertThat(office.in(() -> office.get(Operations.class).latest(0, 10))).hasSize(1);
    }

    @Test
    void onlyStudentsOfThisOfficeAreCheckedIn() {
        assertThatThrownBy(() -> checkIn("teacher")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> checkIn("nobody")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> checkIns.checkIn("nowhere", "s1"))).isInstanceOf(NotFound.class);
    }

    @Test
    void undoingACheckOutAndACheckInSaysSoFromThenOn() {
        checkIn("s1");
        var in = lastOperation();
        office.clock().tick();
        checkOut("s1");
        var back = office.clock().tick();

        undoLast();
        assertThat(present(back)).containsExactly("s1");
        assertThat(present(back.minusMillis(1))).isEmpty();
        checkOut("s1");
        checkIn("s2");

        office.in(() -> office.get(Reversals.class).undo(in));
        assertThat(present(office.clock().tick())).containsExactly("s2");
    }

    @Test
    void manyDesksCheckAStudentInOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Long> desk = () -> checkIn("s1").getId();
            var ids = threads.invokeAll(IntStream.range(0, 16).mapToObj(number -> desk).toList());
            for (var one : ids) {
                assertThat(one.get()).isEqualTo(ids.get(0).get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(present(office.clock().instant())).containsExactly("s1");
    }

    private CheckIn checkIn(String student) {
        return office.in(() -> checkIns.checkIn(CODE, student));
    }

    private CheckIn checkOut(String student) {
        return office.in(() -> checkIns.checkOut(CODE, student));
    }

    private List<String> present(Instant at) {
        return office.in(() -> checkIns.present(CODE, at, 0, 10)).stream().map(row -> row.getStudent().getUsername()).toList();
    }

    private Reversal undoLast() {
        var operation = lastOperation();
        return office.in(() -> office.get(Reversals.class).undo(operation));
    }

    private long lastOperation() {
        return office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation().getId();
    }
}
