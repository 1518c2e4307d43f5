package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.PlainSql.count;
import static org.classreg.testing.PlainSql.seat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.classreg.catalog.ProgramSettings;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.PlainSql;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL refuses at commit to whoever goes past the code, by plain SQL. Each test has students of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseGuardsTest {

    private final DataSource database = DatabaseKind.POSTGRESQL.create();
    private final Office office = Office.on(database);
    private final PlainSql sql = new PlainSql(database);
    private final SmallProgram program = new SmallProgram(office);

    @BeforeAll
    void studentsWithClasses() {
        program.students(14);
        program.section("E1s1", 9, "09:00-10:00");
        program.section("E2s1", 9, "09:30-10:30");
        program.section("E3s1", 9, "11:00-12:00");
        program.section("E4s1", 9, "13:00-14:00");
        program.section("E7s1", 9);
        program.section("E8s1", 9);
        office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s1"));
        office.in(() -> office.get(Registrations.class).enroll(id("E3s1"), "s1"));
        office.in(() -> office.get(Registrations.class).expireStudent(id("E3s1"), "s1"));
        office.in(() -> office.get(Registrations.class).enroll(id("E3s1"), "s1"));
        office.in(() -> office.get(Registrations.class).enroll(id("E2s1"), "s13"));
        office.in(() -> office.get(Registrations.class).expireStudent(id("E2s1"), "s13"));
        office.in(() -> office.get(Interests.class).express(CODE, "E4", "s1"));
    }

    @AfterEach
    void noCap() {
        configure(ProgramSettings.DEFAULT);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update class_section set enrolled = enrolled + 1 where code = 'E1s1'",
        "update class_section set enrolled = 0 where code = 'E1s1'",
        "update student_registration set end_date = start_date + interval '1 hour', ended_by = started_by where end_date is null",
    })
    void aCounterThatIsNotTheNumberOfSeats(String statement) {
        sql.assertThatIsRefused("section_counts_its_seats", statement);
    }

    @Test
    void aSeatThatNobodyCounted() {
        sql.assertThatIsRefused("section_counts_its_seats", seat("s2", "E1s1"));
    }

    @Test
    void twoPlacesAtOnce() {
        sql.assertThatIsRefused("student_is_in_one_place", seat("s1", "E2s1"), count("E2s1"));
        sql.assertThatIsKept(seat("s1", "E4s1"), count("E4s1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "E1s1; E2s1",
        "E3s1; E1s1; E2s1",
        "E1s1; set constraints all immediate; E2s1",
        "set constraints all immediate; E1s1; E2s1",
        "E3s1; set constraints all immediate; E1s1; E2s1",
        "E1s1; set constraints all immediate; set constraints all deferred; E2s1",
        "E1s1; set constraints all immediate; set constraints all deferred; E3s1; E2s1",
        "savepoint one; E3s1; rollback to savepoint one; E1s1; E2s1",
        "savepoint one; E1s1; rollback to savepoint one; E3s1; savepoint two; E1s1; E2s1; release savepoint two",
        "E1s1; savepoint one; set constraints all immediate; rollback to savepoint one; E2s1",
    })
    void twoPlacesAtOnceByStatementsOfOneOperation(String statements) {
        var sections = statements.replaceAll("E.s1", """
                with counted as (update class_section set enrolled = enrolled + 1 where code = '$0')
                insert into student_registration (id, student_id, section_id, subject_id, program_id, type_id, takes_seat, start_date, started_by)
                select 10000 + nextval('student_registration_seq'), p.id, s.id, s.subject_id, s.program_id, 1, true, now(), 30000
                from person p, class_section s where p.username = 's14' and s.code = '$0'""");
        var operation = "insert into operation (id, kind, caller, performed_at, changes) values (30000, 'sql', 'sql', now(), 2);";
        sql.assertThatIsRefused("student_is_in_one_place", operation + sections);
        sql.assertThatIsKept(operation + sections.replace("'E2s1'", "'E4s1'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update meeting set timeslot_id = (select id from timeslot where starts_at = '2026-03-07T09:00Z')"
            + " where section_id = (select id from class_section where code = 'E3s1')",
        "insert into meeting (id, section_id, timeslot_id)"
            + " select 999, s.id, t.id from class_section s, timeslot t where s.code = 'E3s1' and t.starts_at = '2026-03-07T09:30Z'",
        "update timeslot set starts_at = '2026-03-07T09:59Z' where starts_at = '2026-03-07T11:00Z'",
    })
    void anotherTimeAtWhichAStudentIsElsewhere(String statement) {
        sql.assertThatIsRefused("student_is_in_one_place", statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update student_registration set start_date = start_date - interval '1 day'",
        "update student_registration set started_by = (select max(id) from operation)",
        "update student_registration set place = 1",
        "update student_registration set end_date = null, ended_by = null where end_date is not null",
        "update student_registration set end_date = end_date + interval '1 day' where end_date is not null",
        "update student_registration set ended_by = started_by where end_date is not null",
        "delete from student_registration",
        "delete from student_registration where end_date is not null",
        "truncate student_registration",
        "update subject_interest set start_date = start_date - interval '1 day'",
        "delete from subject_interest",
        "update operation set caller = 'nobody'",
        "update operation set performed_at = performed_at - interval '1 day'",
        "update operation set changes = 0",
        "delete from operation",
        "truncate operation cascade",
    })
    void historyThatIsRewritten(String statement) {
        sql.assertThatIsRefused("history_is_not_rewritten", statement);
    }

    @Test
    void anOperationThatIsNotThere() {
        sql.assertThatIsRefused("operation_is_there", seat("s12", "E4s1").replace(" own.id", " own.id + 50000"), count("E4s1"));
        sql.assertThatIsRefused("operation_is_there", "update student_registration set end_date = now(), ended_by = 999999 where end_date is null");
        sql.assertThatIsRefused("operation_is_there", "insert into operation (id, kind, caller, performed_at, changes) values (9000, 'sql', 'sql', now(), 1)",
                "update student_registration set end_date = now(), ended_by = 9000 where end_date is null", "delete from operation where id = 9000");
        sql.assertThatIsRefused("operation_is_there", seat("s12", "E4s1"), count("E4s1"), "delete from operation where id = (select max(id) from operation)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "p.id, s.id; p.id + 50000, s.id",
        "p.id, s.id; p.id, s.id + 50000",
        "s.subject_id, s.program_id; s.subject_id, s.program_id + 50000",
        "s.subject_id, s.program_id; (select max(id) from class_subject), s.program_id",
        "1, true, now(); 50000, true, now()",
        "1, true, now(); 2, true, now()",
    })
    void aRegistrationOfNobodyOrInNoSectionOrOfNoType(String rightKeys, String wrongKeys) {
        sql.assertThatIsRefused("registration_refers", seat("s12", "E1s1").replace(rightKeys, wrongKeys), count("E1s1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "delete from meeting; delete from class_section where code = 'E3s1'",
        "delete from meeting; delete from seat_change; update class_section set id = id + 50000 where code = 'E3s1'",
        "update class_section set subject_id = (select max(id) from class_subject) where code = 'E3s1'",
        "delete from person_role; delete from person where username = 's13'",
        "delete from person_role; update person set id = id + 50000 where username = 's13'",
        "update registration_type set takes_seat = false where id = 1",
        "delete from registration_type where id = 1",
    })
    void whatHasRegistrationsStays(String statements) {
        sql.assertThatIsRefused("registration_refers", statements);
    }

    @Test
    void whatIsDeletedWhileItGetsARegistration() throws Exception {
        sql.assertThatTheLaterIsRefused("registration_refers", List.of(seat("s11", "E7s1"), count("E7s1")),
                List.of("delete from class_section where code = 'E7s1'"));
        sql.assertThatTheLaterIsRefused("registration_refers", List.of("delete from class_section where code = 'E8s1'"),
                List.of(seat("s11", "E8s1")));
    }

    @Test
    void moreStudentsThanTheCapUnlessStaffLetThemIn() {
        cap(0);
        sql.assertThatIsRefused("program_is_not_full", seat("s3", "E4s1"), count("E4s1"));
        sql.assertThatIsKept(seat("s1", "E4s1"), count("E4s1"));

        office.in(() -> office.get(Registrations.class).registerAnyway(id("E4s1"), "s2", RegistrationType.ENROLLED,
                new RuleOverride(Set.of("PROGRAM_FULL"), "A sister of s1")));
        office.in(() -> office.get(Registrations.class).enroll(id("E3s1"), "s2"));
        var grant = new StudentOverrides.Grant(OverrideKind.PROGRAM, "E4", null, null, null, "A brother of s1");
        office.in(() -> office.get(StudentOverrides.class).grant(CODE, "s4", grant));
        sql.assertThatIsRefused("program_is_not_full", seat("s4", "E3s1"), count("E3s1"));
        office.in(() -> office.get(Registrations.class).enroll(id("E4s1"), "s4"));
    }

    @Test
    void capsOfGrades() {
        program.student("older", 12);
        configure(ProgramSettings.DEFAULT.withCaps(new ProgramSettings.Cap(null, null, 9), new ProgramSettings.Cap(12, null, 0)));
        sql.assertThatIsRefused("program_is_not_full", seat("older", "E4s1"), count("E4s1"));
        sql.assertThatIsKept(seat("s5", "E4s1"), count("E4s1"));
    }

    @Test
    void ofTwoThatPutAStudentInTwoPlacesTogetherTheLater() throws Exception {
        sql.assertThatTheLaterIsRefused("student_is_in_one_place",
                List.of(seat("s6", "E1s1"), count("E1s1")), List.of(seat("s6", "E2s1"), count("E2s1")));
    }

    @Test
    void aSeatAndAnotherTimeThatWouldMeet() throws Exception {
        program.section("E5s1", 9, "15:00-16:00");
        office.in(() -> office.get(Registrations.class).enroll(id("E5s1"), "s7"));
        sql.assertThatTheLaterIsRefused("student_is_in_one_place", List.of(seat("s7", "E4s1"), count("E4s1")), List.of(movingToOne("E5s1")));
    }

    @Test
    void anotherTimeAndASeatThatWouldMeet() throws Exception {
        program.section("E6s1", 9, "15:00-16:00");
        office.in(() -> office.get(Registrations.class).enroll(id("E4s1"), "s8"));
        sql.assertThatTheLaterIsRefused("student_is_in_one_place", List.of(movingToOne("E6s1")), List.of(seat("s8", "E6s1"), count("E6s1")));
    }

    private static String movingToOne(String section) {
        return "update meeting set timeslot_id = (select id from timeslot where starts_at = '2026-03-07T13:00Z')"
                + " where section_id = (select id from class_section where code = '%s')".formatted(section);
    }

    @Test
    void ofTwoThatPassTheCapTogetherTheLater() throws Exception {
        var students = office.with(em -> em.createQuery("select count(distinct e.student) from StudentRegistration e"
                + " where e.takesSeat = true and e.endDate is null", Long.class).getSingleResult());
        cap(students.intValue() + 1);
        sql.assertThatTheLaterIsRefused("program_is_not_full",
                List.of(seat("s9", "E3s1"), count("E3s1")), List.of(seat("s10", "E4s1"), count("E4s1")));
    }

    @Test
    void ofTwoThatCountOneSeatTogetherTheFirstToTry() throws Exception {
        try (var one = sql.begin(List.of(seat("s11", "E4s1"))); var other = sql.begin(List.of(count("E4s1")))) {
            assertThat(PlainSql.refusal(one::commit)).isEqualTo("section_counts_its_seats");
            assertThat(PlainSql.refusal(other::commit)).isEqualTo("section_counts_its_seats");
        }
    }

    private void cap(int students) {
        configure(ProgramSettings.DEFAULT.withCaps(new ProgramSettings.Cap(null, null, students)));
    }

    private void configure(ProgramSettings settings) {
        office.in(() -> office.get(Programs.class).configure(CODE, settings));
    }
}
