package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.id;

import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database says no even if the code is wrong. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class DatabaseGuaranteesTest {

    private final Office office;
    private final SmallProgram program;

    DatabaseGuaranteesTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
    }

    @BeforeEach
    void aFullSection() {
        program.students(2);
        program.section("E1s1", 1, "09:00-10:00");
        office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s1"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update class_section set enrolled = enrolled + 1",
        "update class_section set enrolled = -1",
        "update class_section set capacity = 0",
        "insert into student_registration (id, student_id, section_id, subject_id, program_id, type_id, takes_seat, start_date, started_by)"
            + " select id + 1000, student_id, section_id, subject_id, program_id, type_id, takes_seat, start_date, started_by"
            + " from student_registration",
        "insert into student_registration (id, student_id, section_id, subject_id, program_id, type_id, takes_seat, start_date, started_by)"
            + " select id + 1000, student_id, section_id, subject_id, program_id, 2, takes_seat, start_date, started_by"
            + " from student_registration",
        "update student_registration set end_date = start_date - interval '1' hour, ended_by = started_by",
        "update student_registration set end_date = start_date",
        "update student_registration set student_id = 999999",
        "delete from person where username = 's1'",
        "update timeslot set ends_at = starts_at",
    })
    void refusesWhatWouldBreakAPromise(String sql) {
        assertThatThrownBy(() -> office.with(em -> em.createNativeQuery(sql).executeUpdate()))
                .rootCause().hasMessageMatching("(?is).*(constraint|violat|is history).*");
    }

    @Test
    void refusesASecondSeatInAClass() {
        program.section("E1s2", 1, "11:00-12:00");

        assertThatThrownBy(() -> office.with(em -> em.createNativeQuery("insert into student_registration"
                + " (id, student_id, section_id, subject_id, program_id, type_id, takes_seat, start_date, started_by)"
                + " select r.id + 1000, r.student_id, s.id, s.subject_id, s.program_id, r.type_id, r.takes_seat, r.start_date, r.started_by"
                + " from student_registration r, class_section s where s.code = 'E1s2'").executeUpdate()))
                .rootCause().hasMessageMatching("(?is).*one_seat_a_class.*");
    }
}
