package org.classreg.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.classreg.lottery.engine.Instance;
import org.classreg.lottery.engine.InstanceReader;
import org.classreg.lottery.engine.Lottery;
import org.classreg.lottery.engine.Mode;
import org.classreg.lottery.engine.Options;
import org.classreg.lottery.engine.Result;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The quality that the lottery reaches over time, beside that of the lottery in use today, and the heap it needs. The first draw of each
 * fork is cold. Loading is not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class LotteryBenchmark {

    @Param({"small-slot-1", "small-global-1", "splash-slot-1", "splash-global-1", "large-slot-1", "large-global-1"})
    public String instance;
    @Param
    public Mode mode;
    @Param({"1", "2"})
    public int threads;

    private Instance input;
    private QualityOverTime quality;
    private Result result;

    /** Takes the arguments of JMH, such as {@code -p mode=BALANCED}. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        if (LotteryInstances.folder().isEmpty()) {
            System.out.println("Nothing is measured: there is no ../" + LotteryInstances.PLACE + " beside the repository.");
            return;
        }
        new Runner(new OptionsBuilder().parent(new CommandLineOptions(arguments))
                .include(LotteryBenchmark.class.getName()).build()).run();
    }

    @Setup
    public void load() throws IOException {
        var folder = LotteryInstances.folder().orElseThrow().resolve(instance);
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no instance " + folder);
        }
        input = InstanceReader.read(folder);
    }

    @Benchmark
    public Result draw() {
        var lottery = new Lottery(input, new Options(mode, 1, Options.DEFAULT_LIMIT, threads));
        quality = new QualityOverTime(lottery);
        result = lottery.draw();
        return result;
    }

    @TearDown(Level.Iteration)
    public void print() throws InterruptedException {
        var metrics = result.metrics();
        System.out.printf(Locale.ROOT, "%n  %s, %s, %d threads: %.2f s, U %.4f, P1 %d, prio %d, p5 %.3f, nothing %d, gap %.2f %%, heap %d MB%n",
                instance, mode, threads, result.seconds(), metrics.utility(), metrics.firstChoiceSeats(), metrics.prioritySeats(),
                metrics.fifthPercentile(), metrics.nothing(), 100 * result.gap(), quality.end());
        System.out.println("  over time: " + quality);
        System.out.println("  today's:   " + LotteryInstances.TODAY.get(instance));
    }
}
