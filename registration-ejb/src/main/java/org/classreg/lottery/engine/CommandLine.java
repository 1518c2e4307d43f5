package org.classreg.lottery.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Draws a lottery without a server: {@code java -jar registration-ejb.jar lottery --mode balanced --seed 1 --time 10 INSTANCE_DIR OUT.csv}.
 * Writes the seats given as rows {@code student,section}, and prints one line of JSON.
 */
public final class CommandLine {

    static final int DONE = 0;
    static final int REFUSED = 2;

    private static final String USAGE = """
            usage: java -jar registration-ejb.jar lottery [options] INSTANCE_DIR OUT.csv
              --mode MODE     balanced (default), happiness, first-choices or classic
              --seed NUMBER   decides all chance; drawn if not given
              --time SECONDS  emergency stop; default 600
              --threads N     default: all processors; changes nothing but the time""";

    private CommandLine() {
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** @return the exit code: 0, or 2 with a message if the arguments or files are wrong */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            var parsed = Arguments.parse(arguments);
            var instance = InstanceReader.read(parsed.instance());
            var result = new Lottery(instance, parsed.options()).draw();
            write(result.assignment(), parsed.output());
            out.println(Report.json(parsed.options(), result));
            return DONE;
        } catch (UsageException e) {
            err.println(e.getMessage() + System.lineSeparator() + USAGE);
        } catch (InvalidInstance e) {
            err.println(e.getMessage());
        } catch (NoSuchFileException e) {
            err.println("There is no " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            err.println("Cannot read or write: " + e.getMessage());
        }
        return REFUSED;
    }

    private static void write(Assignment assignment, Path output) throws IOException {
        try (var writer = Files.newBufferedWriter(output)) {
            writer.write("student,section\n");
            for (var student = 0; student < assignment.students(); student++) {
                for (var section : assignment.sections(student)) {
                    writer.write(student + "," + section + "\n");
                }
            }
        }
    }
}
