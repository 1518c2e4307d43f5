package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.function.Function;
import org.classreg.errors.Forbidden;
import org.classreg.errors.NotFound;
import org.classreg.people.Role;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnRegistrationsTest {

    private final Office office = Office.on(DatabaseKind.H2);
    private final SmallProgram program = new SmallProgram(office);
    private final Registrations registrations = office.get(Registrations.class);

    @BeforeEach
    void twoStudents() {
        program.students(2);
        program.section("E1s1", 2, "09:00-10:00");
        program.section("E1s2", 2, "09:00-10:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aStudentEnrollsMovesAndExpiresHerself() {
        office.caller().is("s1", Role.STUDENT);

        var registration = office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        var moved = office.in(() -> registrations.move(registration.getId(), "E1s2"));
        assertThat(office.in(() -> registrations.expire(moved.getId())).hasEnded()).isTrue();
        assertThat(registration.getStartedBy().getCaller()).isEqualTo("s1");
    }

    @Test
    void aStudentNeitherSeesNorChangesWhatIsAnothers() {
        var others = office.in(() -> registrations.enroll(id("E1s1"), "s2"));
        office.caller().is("s1", Role.STUDENT);

        assertThatThrownBy(() -> office.in(() -> registrations.get(others.getId()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> registrations.expire(others.getId()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> registrations.move(others.getId(), "E1s2"))).isInstanceOf(NotFound.class);
        assertLikeNobody(student -> registrations.enroll(id("E1s2"), student));
        assertLikeNobody(student -> registrations.expireStudent(id("E1s1"), student));
        assertLikeNobody(student -> registrations.eligibility(id("E1s2"), student));
        assertLikeNobody(student -> office.get(Schedules.class).history(CODE, student, 0, 1));
        assertLikeNobody(student -> office.get(Preferences.class).of(CODE, student));
        assertLikeNobody(student -> office.get(Preferences.class).rank(CODE, student, List.of()));
        assertLikeNobody(student -> registrations.register(id("E1s1"), student, RegistrationType.ATTENDED));
    }

    /** What is another's is answered as for a student whom nobody knows: not even the name is confirmed. */
    private void assertLikeNobody(Function<String, Object> request) {
        for (var student : List.of("s2", "nobody")) {
            assertThatThrownBy(() -> office.in(() -> request.apply(student)))
                    .isInstanceOf(NotFound.class).hasMessage("There is no person \"" + student + "\".");
        }
    }

    @Test
    void aTeacherLooksAndTakesAttendanceInTheOwnSectionsAndEnrollsNobody() {
        var mine = office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        var others = office.in(() -> registrations.enroll(id("E1s2"), "s2"));
        program.person("grace", null, Role.TEACHER);
        program.teach("grace", "E1s1");
        office.caller().is("grace", Role.TEACHER);

        assertThat(office.in(() -> registrations.get(mine.getId())).getId()).isEqualTo(mine.getId());
        assertThat(office.in(() -> registrations.register(id("E1s1"), "s1", RegistrationType.ATTENDED)).hasEnded()).isFalse();
        assertThatThrownBy(() -> office.in(() -> registrations.get(others.getId()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> registrations.expire(others.getId()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> registrations.expire(mine.getId()))).isInstanceOf(Forbidden.class);
        assertLikeNobody(student -> registrations.register(id("E1s2"), student, RegistrationType.ATTENDED));
        assertLikeNobody(student -> registrations.enroll(id("E1s1"), student));
    }

    @Test
    void whatStaffDoForAStudentIsKeptUnderBothNames() {
        program.person("ada", null);
        program.grant("ada", Role.STAFF);
        office.caller().is("ada", Role.STAFF);

        var registration = office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        var moved = office.in(() -> registrations.move(registration.getId(), "E1s2"));
        assertThat(List.of(registration.getStartedBy(), moved.getStartedBy())).allSatisfy(operation -> {
            assertThat(operation.getCaller()).isEqualTo("ada");
            assertThat(operation.getOnBehalfOf()).isEqualTo("s1");
            assertThat(operation.program().orElseThrow().getCode()).isEqualTo(CODE);
        });

        office.caller().is("s1", Role.STUDENT);
        assertThat(office.in(() -> registrations.expire(moved.getId())).getEndedBy().getOnBehalfOf()).as("for herself").isNull();
    }

    @Test
    void aStudentDoesNotMarkHerselfAsAttended() {
        office.caller().is("s1", Role.STUDENT);

        assertThatThrownBy(() -> office.in(() -> registrations.register(id("E1s1"), "s1", RegistrationType.ATTENDED)))
                .isInstanceOf(Forbidden.class);
    }
}
