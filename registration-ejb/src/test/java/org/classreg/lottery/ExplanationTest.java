package org.classreg.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Instant;
import java.util.List;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.ProgramSettings;

import org.classreg.catalog.Timeslot;
import org.classreg.errors.Reason;
import org.classreg.lottery.engine.Mode;
import org.classreg.people.Person;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever keeps a seat from a student is told, in words and numbers. */
class ExplanationTest {

    private Office office;
    private SmallProgram program;

    @BeforeEach
    void open() {
        office = Office.on(DatabaseKind.H2);
        program = new SmallProgram(office);
        program.section("E1s1", 9, "14:00-15:00");
        program.section("E2s1", 9, "15:00-16:00");
        program.section("E3s1", 9, "16:00-17:00");
        program.student("s1", 8);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aFullSectionByWhoAskedAndWhoWasGivenAndThePlaceInTheDraw() throws Exception {
        program.section("E4s1", 2, "17:00-18:00");
        program.student("s2", 8);
        program.student("s3", 8);
        enroll("s3", "E4s1");
        wish("s1", "E4s1", "Interested");
        wish("s2", "E4s1", "Priority/1");

        var explained = explained("s1");
        assertThat(reasons(explained, "E4s1")).containsExactly(new Reason("SECTION_FULL", ("E4s1 has 2 seats, 1 of them taken before the draw;"
                + " 2 students asked for one: 1 by Priority/1, 1 by interest. The seats went to 1 by Priority/1."
                + " Student s1 asked by interest and has place %d of 3 in the draw.").formatted(explained.place())));
    }

    @Test
    void aFullProgramByItsCapAndThePlaceInTheDraw() throws Exception {
        configure(ProgramSettings.DEFAULT.withCaps(new ProgramSettings.Cap(7, 8, 2)));
        for (var student : List.of("s2", "s3")) {
            program.student(student, 7);
        }
        enroll("s3", "E1s1");
        wish("s1", "E1s1", "Priority/1");
        wish("s2", "E1s1", "Priority/1");
        var run = new Runs(office).done(Mode.BALANCED, 1);
        var without = explain(run, "s1").wishes().get(0).given() ? "s2" : "s1";

        var explained = explain(run, without);
        assertThat(reasons(explained, "E1s1")).containsExactly(new Reason("PROGRAM_FULL", ("Spring Program takes 2 students of grades 7 to 8;"
                + " 2 students of them asked for something, 1 had a seat before the draw."
                + " Student %s has place %d of 3 in the draw and none was left.").formatted(without, explained.place())));
    }

    @Test
    void aLimitOfTheProgramOnSections() throws Exception {
        configure(ProgramSettings.DEFAULT.withLimits(1, null));
        wish("s1", "E1s1", "Priority/1");
        wish("s1", "E2s1", "Interested");

        assertThat(reasons(explained("s1"), "E2s1")).containsExactly(
                new Reason("TOO_MANY_SECTIONS", "Spring Program allows 1 sections a student, and Student s1 has 1."));
    }

    @Test
    void aLimitOfTheProgramOnTimeslots() throws Exception {
        configure(ProgramSettings.DEFAULT.withLimits(null, 1));
        wish("s1", "E1s1", "Priority/1");
        wish("s1", "E2s1", "Interested");

        assertThat(reasons(explained("s1"), "E2s1")).containsExactly(new Reason("TOO_MANY_SECTIONS",
                "Spring Program allows 1 timeslots a student; with E2s1, Student s1 would have 2."));
    }

    @Test
    void limitsOfZeroAsLimitsAndNotAsNone() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        configure(ProgramSettings.DEFAULT.withLimits(0, null));
        assertThat(reasons(explained("s1"), "E1s1")).containsExactly(
                new Reason("TOO_MANY_SECTIONS", "Spring Program allows 0 sections a student, and Student s1 has 0."));

        configure(ProgramSettings.DEFAULT.withLimits(null, 0));
        assertThat(reasons(explained("s1"), "E1s1")).containsExactly(new Reason("TOO_MANY_SECTIONS",
                "Spring Program allows 0 timeslots a student; with E1s1, Student s1 would have 1."));

        configure(ProgramSettings.DEFAULT);
        limitOwnSections(0);
        assertThat(reasons(explained("s1"), "E1s1")).containsExactly(
                new Reason("TOO_MANY_SECTIONS", "Student s1 wants no more than 0 and has 0."));
    }

    @Test
    void theStudentsOwnLimit() throws Exception {
        limitOwnSections(1);
        wish("s1", "E1s1", "Priority/1");
        wish("s1", "E2s1", "Interested");

        assertThat(reasons(explained("s1"), "E2s1")).containsExactly(
                new Reason("TOO_MANY_SECTIONS", "Student s1 wants no more than 1 and has 1."));
    }

    @Test
    void lunchByTheSlotsOfTheDayAndWhatTakesThem() throws Exception {
        lunch("15:00", "15:50");
        lunch("16:00", "16:50");
        wish("s1", "E2s1", "Priority/1");
        wish("s1", "E3s1", "Interested");

        assertThat(reasons(explained("s1"), "E3s1")).containsExactly(new Reason("LUNCH_NEEDED", "With E3s1 there would be no time for lunch on"
                + " 2026-03-07: one of 10:00–10:50, 11:00–11:50 stays free, and Student s1 has E2s1."));
    }

    @Test
    void timeAndClassAndGradeTogether() throws Exception {
        program.section("E1s2", 9, "14:30-15:30");
        program.change("E1s2", section -> section.getSubject().admitGrades(8, 9));
        program.section("E5s1", 9, "14:00-15:30");
        program.change("E5s1", section -> section.getSubject().admitGrades(9, null));
        wish("s1", "E1s1", "Priority/1");
        wish("s1", "E1s2", "Interested");
        wish("s1", "E5s1", "Interested");

        var explained = explained("s1");
        assertThat(reasons(explained, "E1s2")).containsExactly(
                new Reason("ALREADY_IN_CLASS", "E1s2 is of the same class as E1s1, which was given by Priority/1."));
        assertThat(reasons(explained, "E5s1")).containsExactly(
                new Reason("GRADE_OUT_OF_RANGE", "E5s1 is for grade 9 and up; Student s1 is in grade 8."),
                new Reason("SCHEDULE_CONFLICT", "E5s1 meets at the same time as E1s1, which was given by Priority/1."));
    }

    @Test
    void whatWasClosedOrCancelledOrNotAccepted() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        wish("s1", "E2s1", "Interested");
        wish("s1", "E3s1", "Interested");
        program.change("E1s1", section -> section.setRegistrationOpen(false));
        program.change("E2s1", section -> section.setStatus(ClassStatus.CANCELLED));
        program.change("E3s1", section -> section.getSubject().setStatus(ClassStatus.UNREVIEWED));

        var explained = explained("s1");
        assertThat(reasons(explained, "E1s1")).containsExactly(new Reason("REGISTRATION_CLOSED", "Registration for E1s1 was closed."));
        assertThat(reasons(explained, "E2s1")).containsExactly(new Reason("SECTION_CANCELLED", "E2s1 had been cancelled."));
        assertThat(reasons(explained, "E3s1")).containsExactly(
                new Reason("CLASS_NOT_ACCEPTED", "E3s1 had not been accepted by the program."));
    }

    @Test
    void whatHadNoTime() throws Exception {
        program.section("E6s1", 9);
        wish("s1", "E1s1", "Priority/1");
        wish("s1", "E6s1", "Priority/2");

        assertThat(reasons(explained("s1"), "E6s1")).containsExactly(
                new Reason("NOT_SCHEDULED", "E6s1 had no time when the plan was drawn."));
    }

    private Explanation explained(String student) throws InterruptedException {
        return explain(new Runs(office).done(Mode.BALANCED, 1), student);
    }

    private Explanation explain(LotteryRun run, String student) {
        return office.in(() -> office.get(LotteryRuns.class).explain(CODE, run.getId(), student));
    }

    private static List<Reason> reasons(Explanation explanation, String section) {
        var wish = explanation.wishes().stream().filter(one -> one.section().getCode().equals(section)).findFirst().orElseThrow();
        assertThat(wish.given()).isFalse();
        return wish.reasons();
    }

    private void limitOwnSections(int most) {
        office.with(em -> {
            var student = em.createQuery("select p from Person p where p.username = 's1'", Person.class).getSingleResult();
            student.setMaxSections(most);
            return student;
        });
    }

    private void configure(ProgramSettings settings) {
        office.in(() -> office.get(Programs.class).configure(CODE, settings));
    }

    private void lunch(String from, String to) {
        var spring = program.find();
        office.with(em -> {
            var slot = new Timeslot(em.merge(spring), Instant.parse("2026-03-07T" + from + ":00Z"), Instant.parse("2026-03-07T" + to + ":00Z"), true);
            em.persist(slot);
            return slot;
        });
    }

    private void wish(String student, String section, String type) {
        office.in(() -> office.get(Registrations.class).register(id(section), student, type));
    }

    private void enroll(String student, String section) {
        office.in(() -> office.get(Registrations.class).enroll(id(section), student));
    }
}
