package org.classreg.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.classreg.catalog.ProgramSettings.Cap;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.lottery.engine.Fingerprint;
import org.classreg.lottery.engine.InstanceReader;
import org.classreg.lottery.engine.Lottery;
import org.classreg.lottery.engine.Mode;
import org.classreg.lottery.engine.Options;
import org.classreg.people.Role;
import org.classreg.registration.Interests;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class LotteryRunsTest {

    @TempDir
    private Path folder;

    private final Office office;
    private final SmallProgram program;
    private final LotteryRuns lotteryRuns;
    private final Runs runs;

    LotteryRunsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        lotteryRuns = office.get(LotteryRuns.class);
        runs = new Runs(office);
        program.section("E1s1", 1, "09:00-10:00");
        program.section("E2s1", 2, "09:30-10:30");
        program.section("E3s1", 2, "11:00-12:00");
        program.students(3);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aRunIsAPlanWithItsMeasuresAndWritesNoRegistration() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        wish("s2", "E1s1", "Priority/1");
        wish("s2", "E3s1", "Interested");
        var operations = operations();

        var run = runs.done(Mode.BALANCED, 7);

        assertThat(run.getState()).isEqualTo(RunState.DONE);
        assertThat(run.getGap()).isBetween(0.0, 0.01);
        var metrics = office.in(() -> lotteryRuns.get(CODE, run.getId()).metrics());
        assertThat(metrics.students()).isEqualTo(2);
        assertThat(metrics.seats()).isEqualTo(2);
        assertThat(metrics.seatsByRank()).containsExactly(1, 1);
        assertThat(metrics.fullSections()).isEqualTo(1);
        assertThat(metrics.nothing()).isZero();
        assertThat(metrics.hours()).containsExactly(0, 2);
        assertThat(metrics.grades()).singleElement().satisfies(grade -> assertThat(grade.grade()).isEqualTo(10));
        assertThat(operations()).isEqualTo(operations);
        assertThat(program.find("E1s1").getEnrolled()).isZero();
    }

    @Test
    void eachOfTwoCapsThatOverlapHoldsInEveryMode() throws Exception {
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withCaps(new Cap(null, null, 3), new Cap(7, 8, 1))));
        for (var student : List.of("young", "younger")) {
            program.student(student, 7);
        }
        program.section("E4s1", 10, "13:00-14:00");
        for (var student : List.of("young", "younger", "s1", "s2", "s3")) {
            wish(student, "E4s1", "Priority/1");
        }
        for (var mode : Mode.values()) {
            var run = runs.done(mode, 7);

            assertThat(run.getState()).as(run.getFailure()).isEqualTo(RunState.DONE);
            var given = office.in(() -> lotteryRuns.assignments(CODE, run.getId())).stream().map(seat -> seat.student()).toList();
            assertThat(given).as("%s", mode).hasSize(3).filteredOn(student -> student.startsWith("young")).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void runsAreKeptSideBySideTheLatestFirst() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        var first = runs.done(Mode.CLASSIC, 1);
        var second = runs.done(Mode.HAPPINESS, 2);

        assertThat(office.in(() -> lotteryRuns.of(CODE))).extracting(details -> details.run().getId())
                .containsExactly(second.getId(), first.getId());
        assertThat(first.getInputHash()).isEqualTo(second.getInputHash());
        assertThat(first.getBound()).isNull();
    }

    @Test
    void whatStandsIsKeptAndInterestInAClassAsksForAllItsSections() throws Exception {
        program.section("E3s2", 2, "12:00-13:00");
        office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s1"));
        wish("s1", "E2s1", "Priority/1");
        wish("s2", "E1s1", "Priority/1");
        office.in(() -> office.get(Interests.class).express(CODE, "E3", "s1"));

        var run = runs.done(Mode.HAPPINESS, 7);

        assertThat(office.in(() -> lotteryRuns.assignments(CODE, run.getId()))).singleElement().satisfies(seat -> {
            assertThat(seat.student()).isEqualTo("s1");
            assertThat(seat.section()).startsWith("E3s");
            assertThat(seat.type()).isEqualTo("Interested");
        });
        var explained = explain(run, "s1");
        assertThat(explained.kept()).extracting(section -> section.getCode()).containsExactly("E1s1");
        assertThat(reasons(explained, "E2s1")).containsExactly("E2s1 meets at the same time as E1s1, which stood before the draw.");
    }

    @Test
    void eachThingNotGivenIsExplainedInWordsAndNumbers() throws Exception {
        program.change("E2s1", section -> section.getSubject().admitGrades(11, 12));
        for (var student : List.of("s1", "s2", "s3")) {
            wish(student, "E1s1", "Priority/1");
        }
        wish("s1", "E2s1", "Priority/2");
        var run = runs.done(Mode.BALANCED, 3);

        var losers = List.of("s1", "s2", "s3").stream().map(student -> explain(run, student))
                .filter(explanation -> !explanation.wishes().get(0).given()).toList();
        assertThat(losers).hasSize(2).allSatisfy(loser ->
                assertThat(reasons(loser, "E1s1")).containsExactly(("E1s1 has 1 seat; 3 students asked for one: 3 by Priority/1."
                        + " The seats went to 1 by Priority/1. %s asked by Priority/1 and has place %d of 3 in the draw.")
                        .formatted(loser.student().name(), loser.place())));
        assertThat(reasons(explain(run, "s1"), "E2s1")).contains("E2s1 is for grades 11 to 12; Student s1 is in grade 10.");
    }

    @Test
    void theSeedIsCommittedToBeforeAndShownAfter() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        var id = office.get(Draws.class).start(CODE, new RunRequest(Mode.BALANCED, OptionalLong.empty(), Duration.ofSeconds(9))).getId();
        var before = runs.await(id);
        assertThat(before.revealedSeed()).isEmpty();

        var after = office.in(() -> lotteryRuns.publish(CODE, id).run());

        assertThat(Seed.sha256(after.revealedSeed().orElseThrow() + ":" + after.revealedSalt().orElseThrow()))
                .isEqualTo(before.getCommitment());
    }

    @Test
    void aStudentReadsHerOwnExplanationOfAPublishedRunAndNothingElse() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        wish("s2", "E1s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 3);
        office.caller().is("s1", Role.STUDENT);
        assertThatThrownBy(() -> explain(run, "s1")).isInstanceOf(NotFound.class);
        office.caller().is("admin", Role.ADMIN);
        office.in(() -> lotteryRuns.publish(CODE, run.getId()));
        office.caller().is("s1", Role.STUDENT);

        assertThat(explain(run, "s1").wishes()).hasSize(1);
        assertThatThrownBy(() -> explain(run, "s2")).hasMessageContaining("no person");
    }

    @Test
    void twoRunsAreComparedByWhoGainsAndWhoLoses() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        wish("s2", "E1s1", "Priority/1");
        var one = runs.done(Mode.CLASSIC, 1);
        var other = otherWinner(one);

        var comparison = office.in(() -> lotteryRuns.compare(CODE, one.getId(), other.getId()));

        assertThat(comparison.sameInput()).isTrue();
        assertThat(comparison.gains()).singleElement().satisfies(change -> assertThat(change.gained()).containsExactly("E1s1"));
        assertThat(comparison.losses()).singleElement().satisfies(change -> assertThat(change.lost()).containsExactly("E1s1"));
    }

    private LotteryRun otherWinner(LotteryRun one) throws InterruptedException {
        var winner = office.in(() -> lotteryRuns.assignments(CODE, one.getId()));
        for (var seed = 2;; seed++) {
            var other = runs.done(Mode.CLASSIC, seed);
            if (!office.in(() -> lotteryRuns.assignments(CODE, other.getId())).equals(winner)) {
                return other;
            }
        }
    }

    @Test
    void anyoneReplaysThePublishedFilesToTheSamePlan() throws Exception {
        office.in(() -> office.get(Registrations.class).enroll(id("E3s1"), "s3"));
        program.change("E2s1", section -> section.getSubject().admitGrades(9, null));
        for (var student : List.of("s1", "s2", "s3")) {
            wish(student, "E1s1", "Priority/1");
            wish(student, "E2s1", "Priority/2");
            wish(student, "E2s1", "Interested");
        }
        var run = runs.done(Mode.BALANCED, 11);
        var zip = Files.write(folder.resolve("input.zip"), office.in(() -> lotteryRuns.replay(CODE, run.getId())));

        var instance = InstanceReader.read(zip);
        var again = new Lottery(instance, new Options(Mode.BALANCED, 11)).draw();

        assertThat(Fingerprint.of(instance)).isEqualTo(run.getInputHash());
        var files = InputFiles.files(Files.readAllBytes(zip));
        assertThat(files.get("plan.csv")).isEqualTo(DrawOutcome.of(again.assignment()).csv()).hasLineCount(4);
        assertThat(files.get("README.txt")).contains("--mode balanced --seed 11");
    }

    @Test
    void aRunOfAServerThatDiedIsShownAsFailed() {
        var run = office.in(() -> office.get(RunRecords.class).create(CODE, Runs.request(Mode.BALANCED, 1)));
        office.clock().advance(LotteryRun.LIFELESS.plusSeconds(1));

        assertThat(runs.get(run.getId()).getState()).isEqualTo(RunState.FAILED);
        assertThat(runs.get(run.getId()).getFailure()).contains("server");
    }

    @Test
    void aDrawIsToldToStopAndKeepsItsBestSoFar() {
        wish("s1", "E1s1", "Priority/1");
        var records = office.get(RunRecords.class);
        var run = records.create(CODE, Runs.request(Mode.HAPPINESS, 1));
        var lottery = new Lottery(records.start(run.getId()).orElseThrow().instance(), new Options(Mode.HAPPINESS, 1));
        assertThat(records.beat(run.getId(), lottery.progress())).isTrue();
        office.in(() -> lotteryRuns.stop(CODE, run.getId()));
        assertThat(records.beat(run.getId(), lottery.progress())).isFalse();

        lottery.stop();
        office.clock().advance(Duration.ofSeconds(2));
        records.finish(run.getId(), lottery.draw());

        assertThat(runs.get(run.getId()).getState()).isEqualTo(RunState.STOPPED);
        assertThat(runs.get(run.getId()).getCourse()).singleElement().satisfies(moment -> {
            assertThat(moment.seconds()).isEqualTo(2);
            assertThat(moment.value()).isCloseTo(runs.get(run.getId()).getValue(), within(1e-6));
        });
        assertThat(office.in(() -> lotteryRuns.get(CODE, run.getId()).metrics())).isNotNull();
    }

    @Test
    void theAnonymousInputIsForAllOnlyOnceItIsPublished() throws Exception {
        wish("s1", "E1s1", "Priority/1");
        var run = runs.done(Mode.BALANCED, 3);
        office.in(() -> lotteryRuns.convert(CODE, run.getId(), false, new ConversionProgress()));
        office.caller().is("s2", Role.STUDENT);
        assertThatThrownBy(() -> office.in(() -> lotteryRuns.replay(CODE, run.getId()))).isInstanceOf(NotFound.class);

        office.caller().is("admin", Role.ADMIN);
        office.in(() -> lotteryRuns.publish(CODE, run.getId()));
        office.caller().is("s2", Role.STUDENT);
        assertThat(office.in(() -> lotteryRuns.replay(CODE, run.getId()))).isNotEmpty();
    }

    @Test
    void aRunThatIsStoppedBeforeItBeginsNeverDoes() {
        var run = office.in(() -> office.get(RunRecords.class).create(CODE, Runs.request(Mode.BALANCED, 1)));
        office.in(() -> lotteryRuns.stop(CODE, run.getId()));

        assertThat(office.get(RunRecords.class).start(run.getId())).isEmpty();
        assertThat(runs.get(run.getId()).getState()).isEqualTo(RunState.FAILED);
    }

    @Test
    void aRunCanBeDeletedAndOneWithoutAPlanHasNothingToShow() {
        var run = office.in(() -> office.get(RunRecords.class).create(CODE, Runs.request(Mode.BALANCED, 1)));
        assertThatThrownBy(() -> office.in(() -> lotteryRuns.publish(CODE, run.getId()))).isInstanceOf(Refused.class);

        office.in(() -> {
            lotteryRuns.delete(CODE, run.getId());
            return run;
        });
        assertThatThrownBy(() -> runs.get(run.getId())).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> office.get(Draws.class).start(CODE, Runs.request(Mode.BALANCED, -1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> office.get(Draws.class).start("nowhere", Runs.request(Mode.BALANCED, 1))).isInstanceOf(NotFound.class);
    }

    private void wish(String student, String section, String type) {
        office.in(() -> office.get(Registrations.class).register(id(section), student, type));
    }

    private Explanation explain(LotteryRun run, String student) {
        return office.in(() -> lotteryRuns.explain(CODE, run.getId(), student));
    }

    private static List<String> reasons(Explanation explanation, String section) {
        return explanation.wishes().stream().filter(wish -> wish.section().getCode().equals(section))
                .flatMap(wish -> wish.reasons().stream()).map(Reason::message).toList();
    }

    private long operations() {
        return office.<Long>with(em -> em.createQuery("select count(o) from Operation o", Long.class).getSingleResult());
    }
}
