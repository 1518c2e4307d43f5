package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.PlainSql.count;
import static org.classreg.testing.PlainSql.seat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.classreg.catalog.ProgramSettings;
import org.classreg.operations.Operations;
import org.classreg.registration.SectionChanges.Size;
import org.classreg.registration.SectionChanges.Wanted;
import org.classreg.registration.SectionChanges.WantedMeeting;
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
import org.junit.jupiter.params.provider.ValueSource;

/** That PostgreSQL keeps the limits of students, their lunch and the order of a line against plain SQL. Each test has students of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class LimitGuardsTest {

    private static final String LIMITS = "student_stays_within_limits";
    private static final String LUNCH = "student_keeps_lunch";
    private static final String LINE = "line_keeps_its_order";

    private final DataSource database = DatabaseKind.POSTGRESQL.create();
    private final Office office = Office.on(database);
    private final PlainSql sql = new PlainSql(database);
    private final SmallProgram program = new SmallProgram(office);

    @BeforeAll
    void aDayWithTwoLunches() {
        program.students(24);
        program.section("E1s1", 20, "09:00-10:00");
        program.section("E2s1", 20, "12:00-13:00");
        program.section("E3s1", 20, "13:00-14:00");
        program.section("E4s1", 20, "15:00-16:00");
        program.section("E5s1", 20, "17:00-18:00", "18:00-19:00");
        lunch("12:00", "13:00");
        lunch("13:00", "14:00");
    }

    private void lunch(String from, String to) {
        office.with(em -> em.createNativeQuery("update timeslot set lunch = true where starts_at = ?1 and ends_at = ?2")
                .setParameter(1, at(from)).setParameter(2, at(to)).executeUpdate());
    }

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse("2026-03-07T" + time + ":00Z");
    }

    @AfterEach
    void asItWas() {
        configure(ProgramSettings.DEFAULT);
        move("America/New_York");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void moreSectionsThanTheProgramLets() {
        limit(1, null);
        enroll("s1", "E1s1");
        sql.assertThatIsRefused(LIMITS, seat("s1", "E4s1"), count("E4s1"));
        sql.assertThatIsKept(seat("s2", "E4s1"), count("E4s1"));
    }

    @Test
    void moreSectionsThanTheStudentWants() {
        office.with(em -> em.createNativeQuery("update person set max_sections = 1 where username = 's3'").executeUpdate());
        enroll("s3", "E1s1");
        sql.assertThatIsRefused(LIMITS, seat("s3", "E4s1"), count("E4s1"));
    }

    @Test
    void moreTimeslotsThanTheProgramLets() {
        limit(null, 2);
        enroll("s4", "E1s1");
        sql.assertThatIsRefused(LIMITS, seat("s4", "E5s1"), count("E5s1"));
        sql.assertThatIsKept(seat("s4", "E4s1"), count("E4s1"));
    }

    @Test
    void aLimitThatWasLoweredHoldsUpNobodyWhoGetsNoMore() {
        enroll("s5", "E1s1");
        enroll("s5", "E4s1");
        limit(1, 1);
        sql.assertThatIsKept(seat("s5", "E2s1"), count("E2s1"), """
                update student_registration set end_date = now(), ended_by = (select max(id) from operation) where end_date is null
                    and student_id = (select id from person where username = 's5') and section_id = (select id from class_section where code = 'E4s1')""",
                "update class_section set enrolled = enrolled - 1 where code = 'E4s1'");
        sql.assertThatIsRefused(LIMITS, seat("s5", "E2s1"), count("E2s1"));
    }

    @Test
    void staffGoPastLimits() {
        limit(1, 1);
        enroll("s6", "E1s1");
        office.in(() -> office.get(Registrations.class).registerAnyway(id("E4s1"), "s6", RegistrationType.ENROLLED,
                new RuleOverride(Set.of("TOO_MANY_SECTIONS"), "She asked for it")));
        sql.assertThatIsRefused(LIMITS, seat("s6", "E5s1"), count("E5s1"));
    }

    @Test
    void twoThatPassALimitTogetherTheLater() throws Exception {
        limit(1, null);
        sql.assertThatTheLaterIsRefused(LIMITS, List.of(seat("s7", "E1s1"), count("E1s1")), List.of(seat("s7", "E4s1"), count("E4s1")));
    }

    @Test
    void theLastLunchOfADay() {
        enroll("s8", "E1s1");
        enroll("s8", "E4s1");
        enroll("s8", "E2s1");
        sql.assertThatIsRefused(LUNCH, seat("s8", "E3s1"), count("E3s1"));
        enroll("s9", "E1s1");
        enroll("s9", "E2s1");
        sql.assertThatIsKept(seat("s9", "E3s1"), count("E3s1"));
    }

    @Test
    void staffMayTakeALunchAndAnotherClassIsNotHeldUpByIt() {
        enroll("s10", "E1s1");
        enroll("s10", "E4s1");
        enroll("s10", "E2s1");
        office.in(() -> office.get(Registrations.class).registerAnyway(id("E3s1"), "s10", RegistrationType.ENROLLED,
                new RuleOverride(Set.of("LUNCH_NEEDED"), "She eats in class")));
        sql.assertThatIsKept(seat("s10", "E5s1"), count("E5s1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "UTC", "Z", "UTC-05:00", "-05:00", "Etc/GMT+5"})
    void theLastLunchInEveryZone(String zone) {
        move(zone);
        sql.assertThatIsRefused(LUNCH, fromNineToFour("s11"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "+14:00", "Etc/GMT-14"})
    void noLunchOfTheNextDay(String zone) {
        move(zone);
        sql.assertThatIsKept(fromNineToFour("s11"));
    }

    private void move(String zone) {
        office.with(em -> em.createNativeQuery("update program set time_zone = ?1").setParameter(1, zone).executeUpdate());
    }

    private static String[] fromNineToFour(String student) {
        return Stream.of("E1s1", "E2s1", "E3s1", "E4s1").flatMap(section -> Stream.of(seat(student, section), count(section))).toArray(String[]::new);
    }

    @Test
    void twoThatTakeALunchTogetherTheLater() throws Exception {
        enroll("s12", "E1s1");
        enroll("s12", "E4s1");
        sql.assertThatTheLaterIsRefused(LUNCH, List.of(seat("s12", "E2s1"), count("E2s1")), List.of(seat("s12", "E3s1"), count("E3s1")));
    }

    @Test
    void anotherTimeThatTakesALunchUnlessStaffKeepTheStudents() {
        program.section("E6s1", 20, "19:00-20:00");
        enroll("s13", "E1s1");
        enroll("s13", "E2s1");
        enroll("s13", "E4s1");
        enroll("s13", "E6s1");
        var move = "update meeting set timeslot_id = (select id from timeslot where starts_at = '2026-03-07T13:00Z')"
                + " where section_id = (select id from class_section where code = 'E6s1')";
        sql.assertThatIsRefused(LUNCH, move);
        limit(null, 3);
        sql.assertThatIsRefused(LIMITS, "insert into meeting (id, section_id, timeslot_id)"
                + " select 9999, s.id, t.id from class_section s, timeslot t where s.code = 'E6s1' and t.starts_at = '2026-03-07T17:00Z'");
        office.in(() -> office.get(SectionChanges.class).change(id("E6s1"), new Wanted(List.of(new WantedMeeting(
                at("13:00").toInstant(), at("14:00").toInstant(), List.of())), null), Treatment.KEEP));
        assertThat(office.in(() -> office.get(Rosters.class).count(id("E6s1"), RegistrationType.ENROLLED, office.clock().instant()))).isEqualTo(1);
    }

    @Test
    void aPlaceThatAnotherHas() {
        line("E7s1", "s14", "s15", "s16");
        sql.assertThatIsRefused("one_place_each", place("s17", "E7s1", 2));
        sql.assertThatIsKept(place("s17", "E7s1", 4));
    }

    @Test
    void aPlaceInFrontOfOthers() throws Exception {
        line("E8s1", "s18", "s19", "s20");
        sql.assertThatIsRefused(LINE, place("s21", "E8s1", 0));
        sql.assertThatTheLaterIsRefused(LINE, List.of(place("s21", "E8s1", 9)), List.of(place("s22", "E8s1", 8)));
    }

    @Test
    void aSeatThatBecomesAPlaceGoesInFrontAndAnUndoGivesPlacesBack() {
        line("E9s1", "s18", "s19", "s20");
        office.in(() -> office.get(SectionChanges.class).change(id("E9s1"), new Wanted(null, new Size(0)), Treatment.WAITLIST));
        assertThat(waiting("E9s1")).containsExactly("s18", "s19", "s20");
        undoTheLast();
        assertThat(waiting("E9s1")).containsExactly("s19", "s20");
        undoTheLast();
        assertThat(waiting("E9s1")).containsExactly("s18", "s19", "s20");
    }

    private void undoTheLast() {
        office.in(() -> office.get(Reversals.class).undo(office.get(Operations.class).latest(0, 1).get(0).operation().getId()));
    }

    private List<String> waiting(String section) {
        return office.in(() -> office.get(Waitlists.class).line(id(section), office.clock().instant(), 0, 9).stream()
                .map(row -> row.getStudent().getUsername()).toList());
    }

    /** The first has the only seat, the others wait. */
    private void line(String section, String... students) {
        program.section(section, 1, "20:00-21:00");
        enroll(students[0], section);
        List.of(students).subList(1, students.length).forEach(student ->
                office.in(() -> office.get(Registrations.class).register(id(section), student, RegistrationType.WAITLIST)));
    }

    private static String place(String student, String section, int place) {
        return seat(student, section).replace("takes_seat, start_date", "takes_seat, place, start_date").replace("1, true,", "5, false, " + place + ",");
    }

    private void enroll(String student, String section) {
        office.in(() -> office.get(Registrations.class).enroll(id(section), student));
    }

    private void limit(Integer sections, Integer timeslots) {
        configure(ProgramSettings.DEFAULT.withLimits(sections, timeslots));
    }

    private void configure(ProgramSettings settings) {
        office.in(() -> office.get(Programs.class).configure(CODE, settings));
    }
}
