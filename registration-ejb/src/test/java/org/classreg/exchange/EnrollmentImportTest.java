package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.exchange.SmallRoster.PROGRAM;
import static org.classreg.exchange.SmallRoster.id;

import java.time.Instant;
import java.util.List;
import org.classreg.exchange.ImportReport.Line;
import org.classreg.registration.Registrations;
import org.classreg.registration.Schedules;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class EnrollmentImportTest {

    private final Office office;
    private final SmallRoster roster;

    EnrollmentImportTest(DatabaseKind kind) {
        office = Office.on(kind);
        roster = new SmallRoster(office);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aStudentsEnrollmentTakesASeat() {
        assertThat(roster.enroll("e1,,k11,u1,student,,", "e2,,k11,u9,teacher,,").take())
                .contains(new Line("Enrollments", 1, 0, 0, 0), new Line("Teachers", 1, 0, 0, 0));

        assertThat(roster.section("E1s1").getEnrolled()).isEqualTo(1);
        var enrollment = history("s1").get(0);
        assertThat(enrollment.getSourcedId()).isEqualTo("e1");
        assertThat(enrollment.getStartDate()).isEqualTo(office.clock().instant());
        assertThat(enrollment.getStartedBy().getKind()).isEqualTo("importOneRoster");
    }

    @Test
    void datesAreMidnightsInTheProgramsZoneAndAFutureEndIsNotKept() {
        roster.enroll("e1,,k11,u1,student,2026-02-01,2026-05-01", "e2,,k12,u2,student,2026-04-01,").take();

        assertThat(history("s1").get(0).getStartDate()).isEqualTo(Instant.parse("2026-02-01T05:00:00Z"));
        assertThat(history("s1").get(0).hasEnded()).isFalse();
        assertThat(history("s2").get(0).getStartDate()).as("a seat is held from when it is given").isEqualTo(office.clock().instant());
    }

    @Test
    void whatHasEndedIsHistoryAndTakesNoSeat() {
        assertThat(roster.enroll("e1,,k11,u1,student,2026-01-10,2026-02-10", "e2,,k21,u1,student,,2026-02-20").take())
                .contains(new Line("Enrollments", 2, 0, 0, 0));

        assertThat(roster.section("E1s1").getEnrolled()).isZero();
        assertThat(history("s1")).extracting(StudentRegistration::getEndDate)
                .containsExactly(Instant.parse("2026-02-10T05:00:00Z"), Instant.parse("2026-02-20T05:00:00Z"));
        assertThat(enrolledAt("s1", "2026-02-01T00:00:00Z")).containsExactly("E1s1", "E2s1");
        assertThat(enrolledAt("s1", "2026-02-15T00:00:00Z")).containsExactly("E2s1");
    }

    @Test
    void anEnrollmentEndsWhenTheFileSaysSoAndIsNeverRestarted() {
        roster.enroll("e1,,k11,u1,student,,", "e2,,k12,u2,student,,").take();
        var now = office.clock().tick();

        assertThat(roster.enroll("e1,tobedeleted,k11,u1,student,,", "e2,,k12,u2,student,,2026-03-01").take())
                .contains(new Line("Enrollments", 0, 0, 0, 2));
        assertThat(history("s1").get(0).getEndDate()).isEqualTo(now);
        assertThat(roster.section("E1s1").getEnrolled()).isZero();

        assertThat(roster.enroll("e1,,k11,u1,student,,", "e2,,k12,u2,student,,").take()).contains(new Line("Enrollments", 0, 0, 2, 0));
        assertThat(history("s1")).hasSize(1).allMatch(StudentRegistration::hasEnded);
    }

    @Test
    void aSeatThatIsGivenBackCanBeTakenInTheSameImport() {
        roster.enroll("e1,,k11,u1,student,,", "e2,,k11,u2,student,,").take();
        office.clock().tick();

        roster.enroll("e1,tobedeleted,k11,u1,student,,", "e3,,k11,u3,student,,", "e4,,k12,u1,student,,").take();
        roster.enroll("e2,tobedeleted,k11,u2,student,,", "e5,,k11,u2,student,,").take();

        assertThat(roster.section("E1s1").getEnrolled()).isEqualTo(2);
        assertThat(roster.section("E1s2").getEnrolled()).isEqualTo(1);
        assertThat(history("s2")).extracting(StudentRegistration::getSourcedId).containsExactly("e5", "e2");
    }

    @Test
    void aSeatThatTheStudentHasAlreadyIsTheSame() {
        roster.take();
        office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s1"));

        assertThat(roster.enroll("e1,,k11,u1,student,,").take()).contains(new Line("Enrollments", 0, 1, 0, 0));
        assertThat(history("s1")).extracting(StudentRegistration::getSourcedId).containsExactly("e1");
        assertThat(roster.section("E1s1").getEnrolled()).isEqualTo(1);
    }

    @Test
    void theRulesThatNobodyMayBreakAreKept() {
        roster.enroll(
                "e1,,k11,u1,student,,",
                "e2,,k12,u1,student,,",
                "e3,,k21,u1,student,,",
                "e4,,k11,u2,student,,",
                "e5,,k11,u3,student,,",
                "e6,,k21,u9,student,,");

        assertThat(roster.refusal()).containsExactly(
                "enrollments.csv, line 3, classSourcedId: Already enrolled in E1s1, a section of Class One.",
                "enrollments.csv, line 4, classSourcedId: E2s1 meets at the same time as E1s1.",
                "enrollments.csv, line 6, classSourcedId: E1s1 is full: all 2 seats are taken.",
                "enrollments.csv, line 7, userSourcedId: Tea Cher is not a student.");
        assertThat(roster.rows("student_registration")).isZero();
    }

    @Test
    void aGradeOutOfRangeAndAClosedRegistrationAreNoMatterOfAnImport() {
        roster.replace("users.csv", "Ann,Lee,ann@example.org,10", "Ann,Lee,ann@example.org,12").take();

        assertThat(roster.enroll("e1,,k11,u1,student,,").take()).contains(new Line("Enrollments", 1, 0, 0, 0));
    }

    @Test
    void aSectionKeepsSeatsForThoseWhoAreInItAndIsNotCancelledUnderThem() {
        roster.enroll("e1,,k11,u1,student,,", "e2,,k11,u2,student,,", "e3,,k12,u3,student,,").take();

        roster.replace("classes.csv", "E1s1,Hall,school,spring,2", "E1s1,Hall,school,spring,1")
                .replace("classes.csv", "k12,,", "k12,tobedeleted,");
        assertThat(roster.refusal()).containsExactly(
                "classes.csv, line 2, metadata.capacity: The section would have fewer seats (1) than students who are enrolled (2).",
                "classes.csv, line 3, status: Students are enrolled (1); end their enrollments first.");

        roster.enroll("e2,tobedeleted,k11,u2,student,,", "e3,tobedeleted,k12,u3,student,,").take();
        assertThat(roster.section("E1s1").getCapacity()).isEqualTo(1);
    }

    @Test
    void meetingsDoNotMoveOntoOthersOfTheSameStudent() {
        roster.enroll("e1,,k12,u1,student,,", "e2,,k21,u1,student,,", "e3,,k12,u2,student,,").take();

        roster.replace("classes.csv", "2026-03-07T11:00/2026-03-07T12:00", "2026-03-07T10:00/2026-03-07T11:00");
        assertThat(roster.refusal()).containsExactly("classes.csv, line 3, metadata.meetings: "
                + "The meetings overlap with other classes of students who are enrolled: Ann Lee.");
    }

    @Test
    void anEnrollmentDoesNotBecomeAnother() {
        roster.enroll("e1,,k11,u1,student,,").take();

        assertThat(roster.enroll("e1,,k12,u1,student,,").refusal()).containsExactly("enrollments.csv, line 2, sourcedId: "
                + "The enrollment \"e1\" is known as \"Ann Lee Enrolled in E1s1\"; it cannot become another.");
    }

    @Test
    void enrollmentsAloneFindTheirClassesAndUsersInTheOffice() {
        roster.take();
        roster.without("orgs.csv", "academicSessions.csv", "courses.csv", "classes.csv", "users.csv", "roles.csv");

        assertThat(roster.enroll("e1,,k11,u1,student,,").take()).containsExactly(new Line("Enrollments", 1, 0, 0, 0));
        assertThat(roster.enroll("e1,tobedeleted,,,,,").take()).containsExactly(new Line("Enrollments", 0, 0, 0, 1));
    }

    private List<StudentRegistration> history(String username) {
        return office.in(() -> office.get(Schedules.class).history(PROGRAM, username, 0, 10));
    }

    private List<String> enrolledAt(String username, String instant) {
        return office.in(() -> office.get(Schedules.class).schedule(PROGRAM, username, Instant.parse(instant))).stream()
                .map(registration -> registration.getSection().getCode()).toList();
    }
}
