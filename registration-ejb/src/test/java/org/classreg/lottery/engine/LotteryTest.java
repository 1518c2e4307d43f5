package org.classreg.lottery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LotteryTest {

    private static final long HOUR = 3_600_000L;
    private static final int SEEDS = 1000;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theNumberOfThreadsChangesNothing(Mode mode) {
        var instance = new RandomInstances(1).weekend(400, 40);
        var one = draw(instance, mode, 7, 1);

        for (var threads : new int[] {2, 4}) {
            var several = draw(instance, mode, 7, threads);
            assertThat(sections(several)).as("%d threads", threads).isDeepEqualTo(sections(one));
            assertThat(several.metrics()).isEqualTo(one.metrics());
            assertThat(Double.compare(several.bound(), one.bound())).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theSameSeedGivesTheSameAndAnotherSeedAnother(Mode mode) {
        var instance = new RandomInstances(2).weekend(200, 20);
        var first = sections(draw(instance, mode, 1, 2));

        assertThat(sections(draw(instance, mode, 1, 2))).isDeepEqualTo(first);
        assertThat(Arrays.deepEquals(sections(draw(instance, mode, 2, 2)), first)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void equalStudentsWinAContestedSeatEquallyOften(Mode mode) {
        var instance = contested(5, 2);
        var wins = new int[5];
        for (var seed = 0; seed < SEEDS; seed++) {
            var assignment = draw(instance, mode, seed, 1).assignment();
            IntStream.range(0, 5).forEach(student -> wins[student] += assignment.sections(student).length);
        }

        assertThat(Arrays.stream(wins).sum()).isEqualTo(2 * SEEDS);
        // Four standard deviations of a binomial with p = 2/5.
        var expected = SEEDS * 2 / 5;
        var error = (int) (4 * Math.sqrt(SEEDS * 0.24));
        assertThat(Arrays.stream(wins).boxed()).allSatisfy(won -> assertThat(won).isCloseTo(expected, within(error)));
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"HAPPINESS", "FIRST_CHOICES"})
    void oneMoreSeatDoesNotLowerTheBound(Mode mode) {
        for (var seed = 0; seed < 20; seed++) {
            var bound = draw(new RandomInstances(seed).weekend(60, 12), mode, 1, 1).bound();
            var grown = draw(new RandomInstances(seed).weekend(60, 12, seed % 12), mode, 1, 1).bound();
            // The bound is that of the linear program but for what the price search leaves.
            assertThat(grown).as("instance %d", seed).isGreaterThanOrEqualTo(bound * 0.998);
        }
    }

    @Test
    void balancedGivesAsManySeatsByRankAsClassicAndMoreHappiness() {
        var instance = new RandomInstances(3).weekend(400, 40);
        var classic = draw(instance, Mode.CLASSIC, 5, 2).metrics();
        var balanced = draw(instance, Mode.BALANCED, 5, 2).metrics();

        assertThat(balanced.firstChoiceSeats()).isGreaterThanOrEqualTo(classic.firstChoiceSeats());
        assertThat(balanced.prioritySeats()).isGreaterThanOrEqualTo(classic.prioritySeats());
        assertThat(balanced.utility()).isGreaterThan(classic.utility());
        assertThat(balanced.nothing()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 150, 400, 60_000})
    void whereverItIsStoppedNobodyLosesAgainstClassicWhatTheModeIsFor(int millis) {
        var instance = new RandomInstances(8).term(300, 40);
        var classic = draw(instance, Mode.CLASSIC, 5, 2).metrics();
        var limit = Duration.ofMillis(millis);
        var balanced = new Lottery(instance, new Options(Mode.BALANCED, 5, limit, 2)).draw().metrics();
        var first = new Lottery(instance, new Options(Mode.FIRST_CHOICES, 5, limit, 2)).draw().metrics();
        var happiness = new Lottery(instance, new Options(Mode.HAPPINESS, 5, limit, 2)).draw().metrics();

        assertThat(balanced.firstChoiceSeats()).isGreaterThanOrEqualTo(classic.firstChoiceSeats());
        assertThat(balanced.prioritySeats()).isGreaterThanOrEqualTo(classic.prioritySeats());
        assertThat(first.firstChoiceSeats()).isGreaterThanOrEqualTo(classic.firstChoiceSeats());
        assertThat(happiness.utility() >= classic.utility() || happiness.nothing() < classic.nothing())
                .as("more utility, or fewer with nothing: " + happiness + " instead of " + classic).isTrue();
    }

    @Test
    void meetingsOnSeveralDaysAreDrawnAsWell() {
        var instance = new RandomInstances(9).term(300, 40);

        assertThat(draw(instance, Mode.HAPPINESS, 5, 2).gap()).isLessThan(0.005);
        assertThat(draw(instance, Mode.BALANCED, 5, 2).gap()).isLessThan(0.02);
        assertThat(draw(instance, Mode.FIRST_CHOICES, 5, 2).gap()).isLessThan(0.02);
    }

    @Test
    void eachModeIsBestAtWhatItIsFor() {
        var instance = new RandomInstances(4).weekend(400, 40);
        var happiness = draw(instance, Mode.HAPPINESS, 5, 2);
        var first = draw(instance, Mode.FIRST_CHOICES, 5, 2);

        assertThat(happiness.metrics().utility()).isGreaterThan(first.metrics().utility());
        assertThat(first.metrics().firstChoiceSeats()).isGreaterThan(happiness.metrics().firstChoiceSeats());
        assertThat(happiness.gap()).isLessThan(0.005);
        assertThat(first.gap()).isLessThan(0.01);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatIsStoppedKeepsTheRulesAndSaysSo(Mode mode) {
        var instance = new RandomInstances(5).weekend(200, 20);
        var lottery = new Lottery(instance, new Options(mode, 1));
        lottery.stop();
        var result = lottery.draw();

        new Rules(instance).check(result.assignment());
        assertThat(result.stopped()).isEqualTo(mode != Mode.CLASSIC);
        assertThat(result.metrics().seats()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = "CLASSIC", mode = EnumSource.Mode.EXCLUDE)
    void whatIsStoppedOnTheWayGivesItsBestSoFar(Mode mode) {
        var instance = new RandomInstances(5).weekend(2000, 100);
        var lottery = new Lottery(instance, new Options(mode, 1, Options.DEFAULT_LIMIT, 2));
        var drawn = CompletableFuture.supplyAsync(lottery::draw);
        while (Double.isNaN(lottery.progress().value()) && !drawn.isDone()) {
            Thread.onSpinWait();
        }
        var known = lottery.progress().value();
        lottery.stop();
        var result = drawn.join();

        new Rules(instance).check(result.assignment());
        assertThat(result.stopped()).isTrue();
        assertThat(result.value()).isGreaterThanOrEqualTo(known).isLessThanOrEqualTo(result.bound());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void oneStudentAloneHasTheBestScheduleAndNothingWhereThereAreNoSeats(Mode mode) {
        assertThat(sections(draw(contested(1, 1), mode, 1, 2))).isDeepEqualTo(new int[][] {{0}});
        assertThat(sections(draw(contested(1, 0), mode, 1, 2))).isDeepEqualTo(new int[][] {{}});
        assertThat(draw(contested(3, 0), mode, 1, 2).metrics().nothing()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whoHasNoLunchLeftIsNotMeasuredByWhatIsNotPossible(Mode mode) {
        var builder = new InstanceBuilder().lunch(0, HOUR);
        builder.addSection(0, 1, 7, 12, 0, HOUR);
        builder.addSection(1, 1, 7, 12, 2 * HOUR, 3 * HOUR);
        var student = builder.addStudent(9, 0, 0);
        builder.stand(student, 0).prefer(student, 1, 1);
        var result = draw(builder.build(), mode, 1, 1);

        assertThat(sections(result)).isDeepEqualTo(new int[][] {{}});
        assertThat(result.assignment().share(student)).isNaN();
        assertThat(result.metrics().nothing()).isZero();
    }

    @Test
    void theTimeLimitStopsIt() {
        var lottery = new Lottery(new RandomInstances(5).weekend(200, 20), new Options(Mode.BALANCED, 1, Duration.ofNanos(1), 1));

        assertThat(lottery.draw().stopped()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = "CLASSIC", mode = EnumSource.Mode.EXCLUDE)
    void theTimeLimitHolds(Mode mode) {
        var instance = new RandomInstances(5).term(20_000, 1_000);
        var result = new Lottery(instance, new Options(mode, 1, Duration.ofMillis(200), 2)).draw();

        assertThat(result.stopped()).isTrue();
        assertThat(result.seconds()).isLessThan(4);
    }

    @Test
    void progressIsUnknownFirstAndEndsWithTheResult() {
        var lottery = new Lottery(new RandomInstances(6).weekend(100, 10), new Options(Mode.HAPPINESS, 1));
        assertThat(lottery.progress().gap()).isNaN();

        var result = lottery.draw();
        assertThat(lottery.progress()).isEqualTo(new Progress(result.value(), result.bound()));
    }

    @Test
    void nobodyAndNothingIsDrawnToo() {
        for (var mode : Mode.values()) {
            var result = draw(new InstanceBuilder().build(), mode, 1, 1);
            assertThat(result.metrics().seats()).isZero();
        }
    }

    private static Instance contested(int students, int seats) {
        var builder = new InstanceBuilder();
        builder.addSection(0, seats, 7, 12, 0, HOUR);
        for (var student = 0; student < students; student++) {
            builder.prefer(builder.addStudent(9, 0, 0), 0, 1);
        }
        return builder.build();
    }

    private static Result draw(Instance instance, Mode mode, long seed, int threads) {
        return new Lottery(instance, new Options(mode, seed, Options.DEFAULT_LIMIT, threads)).draw();
    }

    private static int[][] sections(Result result) {
        return IntStream.range(0, result.assignment().students()).mapToObj(result.assignment()::sections).toArray(int[][]::new);
    }
}
