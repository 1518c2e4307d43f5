package org.classreg.lottery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against all assignments of many tiny instances. */
class ExactnessTest {

    private static final int INSTANCES = 150;
    private static final double ROUNDING = 1e-4;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void noModeBreaksARule(Mode mode) {
        for (var seed = 0; seed < INSTANCES; seed++) {
            var instance = new RandomInstances(seed).tiny();
            new Rules(instance).check(draw(instance, mode, seed).assignment());
        }
    }

    @Test
    void theBoundOnHappinessHoldsAndTheResultIsMostlyTheBest() {
        var reached = 0;
        for (var seed = 0; seed < INSTANCES; seed++) {
            var instance = new RandomInstances(seed).tiny();
            var best = bestUtility(instance);
            var result = draw(instance, Mode.HAPPINESS, seed);
            assertThat(result.bound()).as("bound of instance %d", seed).isGreaterThanOrEqualTo(best - ROUNDING);
            assertThat(result.value()).as("value of instance %d", seed).isLessThanOrEqualTo(best + ROUNDING);
            reached += result.value() > best - ROUNDING ? 1 : 0;
        }
        assertThat(reached).isGreaterThan(INSTANCES * 9 / 10);
    }

    @Test
    void balancedIsNeverAboveItsBoundEvenWhereItsTargetsAreOutOfReachTogether() {
        for (var seed = 0; seed < 2 * INSTANCES; seed++) {
            var result = draw(new RandomInstances(seed).tiny(), Mode.BALANCED, seed);
            assertThat(result.value()).as("value of instance %d", seed).isLessThanOrEqualTo(result.bound() + ROUNDING);
        }
    }

    @Test
    void theBoundOnFirstChoicesHoldsAndTheResultIsMostlyTheBest() {
        var reached = 0;
        for (var seed = 0; seed < INSTANCES; seed++) {
            var instance = new RandomInstances(seed).tiny();
            var best = new ExactSolver(instance, (student, sections) -> firstChoices(instance, student, sections)).best();
            var result = draw(instance, Mode.FIRST_CHOICES, seed);
            assertThat(result.bound()).as("bound of instance %d", seed).isGreaterThanOrEqualTo(best);
            assertThat(result.value()).as("value of instance %d", seed).isLessThanOrEqualTo(best);
            reached += result.value() == best ? 1 : 0;
        }
        assertThat(reached).isGreaterThan(INSTANCES * 9 / 10);
    }

    @Test
    void aStudentsScheduleAtAnyPricesIsTheBest() {
        for (var seed = 0; seed < INSTANCES; seed++) {
            var instance = new RandomInstances(seed).tiny();
            var market = new Market(instance, IntStream.range(0, instance.students()).toArray());
            var objective = Objective.happiness(market, 1000);
            var random = new SplittableRandom(seed);
            var price = random.ints(market.places(), 0, 1500).toArray();
            var scheduler = new Scheduler(market);
            for (var student = 0; student < market.students(); student++) {
                scheduler.load(student, objective, price);
                var best = bestAt(instance, market, price, student);
                assertThat((double) scheduler.solve()).as("student %d of instance %d", student, seed).isCloseTo(best, within(1.0));
            }
        }
    }

    private static double bestAt(Instance instance, Market market, int[] price, int student) {
        var rules = new Rules(instance);
        return new ExactSolver(instance, (one, sections) -> 0).best(student, (one, sections) -> {
            var full = IntStream.of(sections).anyMatch(section -> market.open[section] == 0);
            var entry = sections.length == 0 ? 0 : IntStream.of(market.entries[one]).map(place -> price[place]).sum();
            var shut = sections.length > 0 && IntStream.of(market.entries[one]).anyMatch(place -> market.open[place] == 0);
            var cost = IntStream.of(sections).map(section -> price[section]).sum() + entry;
            return full || shut ? 0 : 1000 * instance.weight[one] * Math.sqrt(rules.utility(one, sections)) - cost;
        });
    }

    private static double bestUtility(Instance instance) {
        var rules = new Rules(instance);
        var sum = new ExactSolver(instance,
                (student, sections) -> instance.weight[student] * Math.sqrt(rules.utility(student, sections))).best();
        var weights = IntStream.range(0, instance.students()).mapToDouble(student -> instance.weight[student]).sum();
        return weights == 0 ? 0 : sum / weights;
    }

    private static double firstChoices(Instance instance, int student, int[] sections) {
        var rules = new Rules(instance);
        return IntStream.of(sections).filter(section -> instance.preferenceRank[rules.preference(student, section)] == 1).count();
    }

    private static Result draw(Instance instance, Mode mode, long seed) {
        return new Lottery(instance, new Options(mode, seed, Options.DEFAULT_LIMIT, 1)).draw();
    }
}
