package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.concurrent.Callable;
import org.classreg.errors.Refused;
import org.classreg.people.Role;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.classreg.testing.StatementLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request costs in SQL statements, whatever stands in the tables already. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class StatementsTest {

    private final StatementLog log = new StatementLog();
    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;

    StatementsTest(DatabaseKind kind) {
        office = Office.on(log.listenTo(kind.create()));
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void twoSections() {
        program.students(12);
        program.section("E1s1", 10, "09:00-10:00", "10:00-11:00");
        program.section("E2s1", 1, "11:00-12:00");
        for (int i = 3; i <= 7; i++) {
            program.section("E" + i + "s1", 10, "%d:00-%d:30".formatted(10 + i, 10 + i), "%d:30-%d:00".formatted(10 + i, 11 + i));
        }
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void anEnrollmentTakesTwentyOneStatementsAndThreeMoreWhateverTheScheduleHas() {
        var first = statements(() -> registrations.enroll(id("E1s1"), "s1"));
        for (int i = 2; i <= 9; i++) {
            var student = "s" + i;
            office.in(() -> registrations.enroll(id("E1s1"), student));
            office.in(() -> registrations.expireStudent(id("E1s1"), student));
        }

        for (int i = 3; i <= 7; i++) {
            var section = "E" + i + "s1";
            office.in(() -> registrations.enroll(id(section), "s10"));
        }

        var later = statements(() -> registrations.enroll(id("E1s1"), "s10"));
        assertThat(first).as(String.join("\n", first)).hasSize(21);
        assertThat(later).as(String.join("\n", later)).hasSize(24);
    }

    @Test
    void anEnrollmentTakesStaffOneStatementMoreAndAStudentNone() {
        var byAdministrator = statements(() -> registrations.enroll(id("E1s1"), "s1")).size();
        office.caller().is("s2", Role.STUDENT);
        assertThat(statements(() -> registrations.enroll(id("E1s1"), "s2"))).hasSize(byAdministrator);

        program.person("ada", null);
        program.grant("ada", Role.STAFF);
        office.caller().is("ada", Role.STAFF);
        var byStaff = statements(() -> registrations.enroll(id("E1s1"), "s3"));
        assertThat(byStaff).as(String.join("\n", byStaff)).hasSize(byAdministrator + 1);
    }

    @Test
    void aScheduleAndAHistoryTakeAFewStatementsHoweverLongTheyAre() {
        for (int i = 3; i <= 7; i++) {
            var section = "E" + i + "s1";
            office.in(() -> registrations.enroll(id(section), "s1"));
        }

        assertThat(statements(() -> titles(office.get(Schedules.class).schedule(CODE, "s1", office.clock().instant())))).hasSize(4);
        assertThat(statements(() -> titles(office.get(Schedules.class).history(CODE, "s1", 0, 100)))).hasSize(4);
    }

    private static List<String> titles(List<StudentRegistration> registrations) {
        return registrations.stream().map(registration -> registration.getSection().getTitle()).toList();
    }

    @Test
    void aFullSectionIsRefusedWithoutALock() {
        office.in(() -> registrations.enroll(id("E2s1"), "s1"));

        var refused = statements(() -> {
            assertThatThrownBy(() -> registrations.enroll(id("E2s1"), "s2")).isInstanceOf(Refused.class);
            return null;
        });

        assertThat(refused).isNotEmpty().noneMatch(sql -> sql.toLowerCase().contains("for update") || sql.toLowerCase().contains("for no key"));
    }

    private List<String> statements(Callable<?> request) {
        return log.during(() -> office.in(request));
    }
}
