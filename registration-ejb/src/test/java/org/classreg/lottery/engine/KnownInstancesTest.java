package org.classreg.lottery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quality that is promised, on instances whose bounds are known by linear programming. They lie beside the repository, if at all. */
class KnownInstancesTest {

    private static final String PLACE = "shared/data/lottery";

    @ParameterizedTest
    @CsvSource({
        "small-slot-1, 890, 964, 2.8330, .500",
        "small-global-1, 298, 829, 2.7112, .556",
        "splash-slot-1, 7953, 9141, 2.9973, .500",
        "splash-global-1, 2201, 5952, 2.6940, .476"})
    void balancedGivesNoFewerSeatsByRankAndNearlyTheMostHappiness(String name, int first, int priority, double bound, double fifth)
            throws IOException {
        var metrics = draw(name, Mode.BALANCED).metrics();

        assertThat(metrics.firstChoiceSeats()).isGreaterThanOrEqualTo(first);
        assertThat(metrics.prioritySeats()).isGreaterThanOrEqualTo(priority);
        assertThat(metrics.utility()).isGreaterThan(0.995 * bound);
        assertThat(metrics.fifthPercentile()).isGreaterThan(fifth + 0.06);
        assertThat(metrics.nothing()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "small-slot-1, 2.8858, .999",
        "small-global-1, 2.7473, .999",
        "splash-slot-1, 3.0539, .999",
        "splash-global-1, 2.7611, .999",
        "large-slot-1, 4.1712, .998"})
    void happinessReachesTheBoundAndStatesItsOwn(String name, double bound, double share) throws IOException {
        var result = draw(name, Mode.HAPPINESS);

        assertThat(result.value()).isGreaterThan(share * bound);
        assertThat(result.bound()).isCloseTo(bound, within(0.003 * bound));
    }

    @ParameterizedTest
    @CsvSource({"small-slot-1, 931", "small-global-1, 298", "splash-slot-1, 8544", "splash-global-1, 2201"})
    void firstChoicesReachTheBoundAndStateTheirOwn(String name, int bound) throws IOException {
        var result = draw(name, Mode.FIRST_CHOICES);

        assertThat(result.value()).isGreaterThan(0.998 * bound);
        assertThat(result.bound()).isBetween((double) bound, 1.003 * bound);
    }

    /** Spreads are four standard deviations over seeds. */
    @ParameterizedTest
    @CsvSource({
        "small-slot-1, 881, 24, 958, 24, 2.7258",
        "small-global-1, 298, 0, 828, 7, 2.5806",
        "splash-slot-1, 7966, 110, 9124, 70, 2.8359",
        "splash-global-1, 2201, 0, 5952, 26, 2.5594"})
    void classicGivesWhatTheFieldsLotteryGives(String name, int first, int firstSpread, int priority, int prioritySpread, double utility)
            throws IOException {
        var metrics = draw(name, Mode.CLASSIC).metrics();

        assertThat(metrics.firstChoiceSeats()).isCloseTo(first, within(firstSpread));
        assertThat(metrics.prioritySeats()).isCloseTo(priority, within(prioritySpread));
        assertThat(metrics.utility()).isCloseTo(utility, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"small-slot-1, 4", "small-global-1, 4", "splash-slot-1, 2"})
    void theNumberOfThreadsChangesNothing(String name, int most) throws IOException {
        var instance = InstanceReader.read(folder(name));
        for (var mode : Mode.values()) {
            var one = new Lottery(instance, new Options(mode, 1, Options.DEFAULT_LIMIT, 1)).draw();
            for (var threads = 2; threads <= most; threads *= 2) {
                var several = new Lottery(instance, new Options(mode, 1, Options.DEFAULT_LIMIT, threads)).draw();
                for (var student = 0; student < instance.students(); student++) {
                    assertThat(several.assignment().sections(student)).as("%s, %d threads, student %d", mode, threads, student)
                            .containsExactly(one.assignment().sections(student));
                }
                assertThat(Double.compare(several.bound(), one.bound())).isZero();
            }
        }
    }

    private static Result draw(String name, Mode mode) throws IOException {
        var instance = InstanceReader.read(folder(name));
        var result = new Lottery(instance, new Options(mode, 1)).draw();
        new Rules(instance).check(result.assignment());
        return result;
    }

    private static Path folder(String name) {
        var folder = folder().map(place -> place.resolve(name)).filter(Files::isDirectory);
        assumeTrue(folder.isPresent(), () -> "skipped: there is no ../" + PLACE + "/" + name + " beside the repository");
        return folder.get();
    }

    /** The folder given by the property {@code lottery.instances}, or else the nearest one upward. */
    private static Optional<Path> folder() {
        var given = Optional.ofNullable(System.getProperty("lottery.instances")).map(Path::of);
        return given.or(() -> Stream.iterate(Path.of("").toAbsolutePath(), place -> place != null, Path::getParent)
                .map(place -> place.resolve(PLACE)).filter(Files::isDirectory).findFirst());
    }
}
