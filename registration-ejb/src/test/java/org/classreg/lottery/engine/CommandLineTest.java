package org.classreg.lottery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeFolder() throws IOException {
        Folder.write(folder);
    }

    @Test
    void writesTheSeatsAndOneLineOfJson() throws IOException {
        var code = run("--mode", "first-choices", "--seed", "3", "--time", "10", "--threads", "2", folder.toString(), result().toString());

        assertThat(code).isEqualTo(CommandLine.DONE);
        assertThat(result()).content().isEqualTo("student,section\n0,0\n1,1\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1)
                .startsWith("{\"mode\": \"first-choices\", \"seed\": 3, \"value\": 2.000000, \"bound\": 2.000000, \"gap\": 0.000000, ")
                .contains("\"P1seats\": 2", "\"prioSeats\": 2", "\"seconds\": ", "\"threads\": 2", "\"stopped\": false");
        assertThat(err.size()).isZero();
    }

    @Test
    void classicHasNoBound() {
        run("--mode", "classic", "--seed", "1", folder.toString(), result().toString());

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"bound\": null, \"gap\": null");
    }

    @Test
    void aSeedThatWasNotGivenIsDrawnAndCanBeReplayed() throws IOException {
        run(folder.toString(), result().toString());
        var seed = out.toString(StandardCharsets.UTF_8).replaceFirst("(?s).*\"seed\": (\\d+).*", "$1");
        var first = Files.readString(result());

        run("--seed", seed, folder.toString(), result().toString());
        assertThat(result()).content().isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --shape round IN OUT  | There is no option --shape.
            --mode best IN OUT    | Option --mode cannot be "best".
            --seed x IN OUT       | Option --seed cannot be "x".
            --time 0 IN OUT       | Option --time cannot be "0".
            --threads 0 IN OUT    | Option --threads cannot be "0".
            IN OUT --seed         | Option --seed needs a value.
            IN                    | Two paths are needed, INSTANCE_DIR and OUT.csv; there are 1.
            """)
    void explainsWhatItDoesNotUnderstand(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(CommandLine.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(message).contains("usage:");
        assertThat(out.size()).isZero();
    }

    @Test
    void explainsWhatIsMissingOrBroken() throws IOException {
        assertThat(run(folder.resolve("nowhere").toString(), result().toString())).isEqualTo(CommandLine.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("There is no ").contains("nowhere");

        err.reset();
        Files.writeString(folder.resolve("students.csv"), "student,grade\n0,eight\n");
        assertThat(run(folder.toString(), result().toString())).isEqualTo(CommandLine.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo("students.csv, line 2: grade \"eight\" is not a whole number");
    }

    @Test
    void theCommandIsLottery() {
        assertThat(CommandLine.run(new String[0], new PrintStream(out), new PrintStream(err))).isEqualTo(CommandLine.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("The command is missing: lottery.");
    }

    private Path result() {
        return folder.resolve("out.csv");
    }

    private int run(String... arguments) {
        out.reset();
        var all = Stream.concat(Stream.of("lottery"), Stream.of(arguments)).toArray(String[]::new);
        return CommandLine.run(all, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
