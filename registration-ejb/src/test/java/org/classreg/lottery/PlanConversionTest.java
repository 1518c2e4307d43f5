package org.classreg.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.lottery.engine.Mode;
import org.classreg.registration.Interests;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.registration.Reversals;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Waitlists;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class PlanConversionTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final LotteryRuns lotteryRuns;
    private final Runs runs;

    PlanConversionTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        lotteryRuns = office.get(LotteryRuns.class);
        runs = new Runs(office);
        program.section("E1s1", 1, "09:00-10:00");
        program.section("E2s1", 2, "09:30-10:30");
        program.section("E3s1", 2, "11:00-12:00");
        program.students(4);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theWonPreferencesEndAsTheEnrollmentsStartInOneOperation() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        wish("s1", "E1s1", "Interested");
        wish("s1", "E2s1", "Priority/2");
        office.in(() -> office.get(Interests.class).express(CODE, "E3", "s1"));
        var run = runs.done(Mode.BALANCED, 1);
        office.clock().tick();

        var conversion = convert(run);

        assertThat(conversion.enrolled()).isEqualTo(2);
        assertThat(state()).containsExactly("s1 Enrolled E1s1", "s1 Enrolled E3s1", "s1 Priority/2 E2s1");
        assertThat(office.<Integer>with(em -> em.createQuery("select o.changes from Operation o where o.id = :id", Integer.class)
                .setParameter("id", conversion.operation()).getSingleResult())).isEqualTo(5);
        assertThat(runs.get(run.getId()).getState()).isEqualTo(RunState.CONVERTED);
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);
    }

    @Test
    void convertingTwiceDoesNothingAndAnswersTheSame() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 1);
        var first = convert(run);
        var before = state();

        assertThat(convert(run)).isEqualTo(first);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void enrollmentsByHandStayAndOneThatIsInThePlanIsNotMadeTwice() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        wish("s2", "E3s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 1);
        enroll("s1", "E1s1");
        enroll("s4", "E3s1");

        var conversion = convert(run);

        assertThat(conversion.enrolled()).isEqualTo(1);
        assertThat(conversion.kept()).isEqualTo(1);
        assertThat(state()).containsExactly("s1 Enrolled E1s1", "s2 Enrolled E3s1", "s4 Enrolled E3s1");
    }

    @Test
    void aWorldThatHasChangedRefusesThePlanWithEveryReasonAndChangesNothing() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        wish("s2", "E2s1", "Priority/1");
        var withdrawn = wish("s3", "E3s1", "Priority/1");
        wish("s4", "E3s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 1);
        enroll("s4", "E1s1");
        program.section("E4s1", 5, "09:00-11:00");
        enroll("s2", "E4s1");
        office.in(() -> registrations.expire(withdrawn.getId()));
        office.clock().tick();
        var before = state();

        var refused = catchThrowableOfType(Refused.class, () -> convert(run));

        assertThat(refused.reasons()).extracting(Reason::code)
                .containsExactlyInAnyOrder("PLAN_BROKEN", "SECTION_FULL", "SCHEDULE_CONFLICT", "NOT_WANTED");
        assertThat(refused.reasons().get(0).message()).isEqualTo(
                "Since the draw something has changed, so that 3 of the 4 seats of the plan cannot be given.");
        assertThat(state()).isEqualTo(before);
        assertThat(runs.get(run.getId()).getState()).isEqualTo(RunState.DONE);
    }

    @Test
    void aCapThatHasBeenLoweredRefusesEachStudentPastItHoweverManySeatsTheOthersHave() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        wish("s2", "E2s1", "Priority/1");
        wish("s2", "E3s1", "Priority/1");
        wish("s3", "E3s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 1);
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withCaps(new ProgramSettings.Cap(null, null, 2))));

        var refused = catchThrowableOfType(Refused.class, () -> convert(run));

        assertThat(refused.reasons()).extracting(Reason::code).containsExactly("PLAN_BROKEN", "PROGRAM_FULL");
        assertThat(refused.reasons().get(0).message()).contains("1 of the 4 seats");
    }

    @Test
    void aPlanThatWasRefusedLeavesNothingForTheNextConversion() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        wish("s2", "E3s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 1);
        enroll("s4", "E1s1");
        assertThat(catchThrowableOfType(Refused.class, () -> convert(run))).isNotNull();
        office.in(() -> registrations.expireStudent(id("E1s1"), "s4"));

        convert(run);

        assertThat(state()).containsExactly("s1 Enrolled E1s1", "s2 Enrolled E3s1");
    }

    @Test
    void aRunWhoseConversionWasUndoneCanBeConvertedAgain() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 1);
        var first = convert(run);
        office.clock().tick();
        office.in(() -> office.get(Reversals.class).undo(first.operation()));
        assertThat(office.in(() -> lotteryRuns.get(CODE, run.getId()).undone())).isTrue();
        office.clock().tick();

        var again = convert(run);

        assertThat(again.operation()).isNotEqualTo(first.operation());
        assertThat(state()).containsExactly("s1 Enrolled E1s1");
    }

    @Test
    void whoGetsASeatLeavesItsLineAndIsInItAgainAfterTheUndo() throws Exception {
        wait("s3", "E1s1");
        wait("s1", "E1s1");
        wish("s1", "E1s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 1);
        office.clock().tick();

        var conversion = convert(run);

        assertThat(line("E1s1")).containsExactly("s3");
        office.clock().tick();
        office.in(() -> office.get(Reversals.class).undo(conversion.operation()));
        assertThat(state()).as("the seat is free, and s3 comes first").contains("s3 Enrolled E1s1", "s1 Waitlist E1s1", "s1 Priority/1 E1s1");
    }

    /** Fills the section for the line to form. */
    private void wait(String student, String section) {
        program.change(section, it -> it.limitStudents(0));
        office.in(() -> registrations.register(id(section), student, "Waitlist"));
        program.change(section, it -> it.limitStudents(1));
    }

    @Test
    void whoAskedByPriorityAndGotLessStandsInLineByRankAndPlaceInTheDraw() throws Exception {
        wait("s4", "E1s1");
        wish("s1", "E1s1", "Priority/2");
        wish("s2", "E1s1", "Priority/1");
        wish("s3", "E1s1", "Priority/1");
        wish("s4", "E1s1", "Priority/1");
        wish("s1", "E3s1", "Priority/1");
        wish("s2", "E3s1", "Interested");
        var run = runs.done(Mode.FIRST_CHOICES, 1);
        office.clock().tick();
        var before = state();

        var conversion = convert(run, true);

        var winner = state().stream().filter(row -> row.endsWith("Enrolled E1s1")).map(row -> row.substring(0, 2)).findFirst().orElseThrow();
        var firstChoices = new ArrayList<>(List.of("s2", "s3"));
        firstChoices.remove(winner);
        var line = line("E1s1");
        assertThat(line).doesNotContain(winner).endsWith("s1").containsAll(firstChoices);
        assertThat(line.indexOf("s4")).as("s4 keeps the first place").isLessThanOrEqualTo(0);
        assertThat(line("E3s1")).as("two seats for two").isEmpty();
        assertThat(conversion.waitlisted()).isEqualTo(line.contains("s4") ? line.size() - 1 : line.size());
        office.clock().tick();
        assertThat(office.in(() -> office.get(Reversals.class).undo(conversion.operation())).left()).isEmpty();
        assertThat(state()).filteredOn(row -> !row.startsWith("s4")).isEqualTo(before.stream().filter(row -> !row.startsWith("s4")).toList());
    }

    private List<String> line(String section) {
        return office.in(() -> office.get(Waitlists.class).line(id(section), office.clock().instant(), 0, 10)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }

    @Test
    void aConvertedRunCannotBeDeleted() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 1);
        convert(run);

        assertThatThrownBy(() -> office.in(() -> {
            lotteryRuns.delete(CODE, run.getId());
            return run;
        })).isInstanceOf(Refused.class).hasMessageContaining("has been converted");
    }

    @RepeatedTest(8)
    void aConversionThatIsUndoneRestoresEverything(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        for (var student = 1; student <= 4; student++) {
            for (var section = 1; section <= 3; section++) {
                if (random.nextInt(3) > 0) {
                    wish("s" + student, "E" + section + "s1", random.nextBoolean() ? "Interested" : "Priority/" + (1 + random.nextInt(3)));
                }
            }
            if (random.nextBoolean()) {
                var interested = "s" + student;
                office.in(() -> office.get(Interests.class).express(CODE, "E" + (1 + random.nextInt(3)), interested));
            }
        }
        wish("s1", "E3s1", "Priority/8");
        enroll("s" + (1 + random.nextInt(4)), "E2s1");
        var before = state();
        var interestsBefore = interests();
        var mode = Mode.values()[random.nextInt(Mode.values().length)];
        var run = runs.done(mode, random.nextInt(100));
        office.clock().tick();

        var conversion = convert(run);
        assertThat(state()).isNotEqualTo(before);
        office.clock().tick();
        var reversal = office.in(() -> office.get(Reversals.class).undo(conversion.operation()));

        assertThat(reversal.left()).isEmpty();
        assertThat(state()).isEqualTo(before);
        assertThat(interests()).isEqualTo(interestsBefore);
        assertThat(seats()).isEqualTo(before.stream().filter(row -> row.contains("Enrolled")).count());
    }

    private StudentRegistration wish(String student, String section, String type) {
        return office.in(() -> registrations.register(id(section), student, type));
    }

    private void enroll(String student, String section) {
        office.in(() -> registrations.enroll(id(section), student));
    }

    private RunConversion convert(LotteryRun run) {
        return convert(run, false);
    }

    private RunConversion convert(LotteryRun run, boolean waitlist) {
        return office.in(() -> lotteryRuns.convert(CODE, run.getId(), waitlist, new ConversionProgress()));
    }

    /** All that is valid, in words and in order. */
    private List<String> state() {
        return office.with(em -> em.createQuery("select e from StudentRegistration e where e.endDate is null", StudentRegistration.class)
                .getResultStream().map(row -> row.getStudent().getUsername() + " " + row.getType().getName() + " " + row.getSection().getCode())
                .sorted().toList());
    }

    private List<String> interests() {
        return office.with(em -> em.createQuery(
                        "select e.student.username, e.subject.code from StudentSubjectInterest e where e.endDate is null", Object[].class)
                .getResultStream().map(row -> row[0] + " " + row[1]).sorted().toList());
    }

    private long seats() {
        return Stream.of("E1s1", "E2s1", "E3s1").mapToInt(code -> program.find(code).getEnrolled()).sum();
    }
}
