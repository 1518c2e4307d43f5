package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
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
        assertThatThrownBy(() -> office.in(() -> registrations.enroll(id("E1s2"), "s2"))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.in(() -> registrations.expireStudent(id("E1s1"), "s2"))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.in(() -> registrations.eligibility(id("E1s2"), "s2"))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.in(() -> office.get(Schedules.class).history(CODE, "s2", 0, 1))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.in(() -> office.get(Preferences.class).of(CODE, "s2"))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.in(() -> office.get(Preferences.class).rank(CODE, "s2", List.of()))).isInstanceOf(Forbidden.class);
    }

    @Test
    void aTeacherLooksAndTakesAttendanceButEnrollsNobody() {
        var registration = office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        office.caller().is("grace", Role.TEACHER);

        assertThat(office.in(() -> registrations.get(registration.getId())).getId()).isEqualTo(registration.getId());
        assertThat(office.in(() -> registrations.register(id("E1s1"), "s1", RegistrationType.ATTENDED)).hasEnded()).isFalse();
        assertThatThrownBy(() -> office.in(() -> registrations.expire(registration.getId()))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.in(() -> registrations.enroll(id("E1s1"), "s2"))).isInstanceOf(Forbidden.class);
    }

    @Test
    void aStudentDoesNotMarkHerselfAsAttended() {
        office.caller().is("s1", Role.STUDENT);

        assertThatThrownBy(() -> office.in(() -> registrations.register(id("E1s1"), "s1", RegistrationType.ATTENDED)))
                .isInstanceOf(Forbidden.class);
    }
}
