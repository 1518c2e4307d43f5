package org.classreg.lottery.engine;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the command line was called with. */
record Arguments(Options options, Path instance, Path output) {

    /** @throws UsageException with what is wrong */
    static Arguments parse(String... arguments) {
        var parser = new Parser();
        parser.parse(List.of(arguments));
        return new Arguments(new Options(parser.mode, parser.seed, parser.limit, parser.threads),
                Path.of(parser.paths.get(0)), Path.of(parser.paths.get(1)));
    }

    private static final class Parser {

        private Mode mode = Mode.BALANCED;
        private long seed = new SecureRandom().nextLong() >>> 1;
        private Duration limit = Options.DEFAULT_LIMIT;
        private int threads = Runtime.getRuntime().availableProcessors();
        private final List<String> paths = new ArrayList<>();

        private void parse(List<String> arguments) {
            if (arguments.isEmpty() || !arguments.get(0).equals("lottery")) {
                throw new UsageException("The command is missing: lottery.");
            }
            for (var words = arguments.subList(1, arguments.size()).iterator(); words.hasNext();) {
                var word = words.next();
                if (!word.startsWith("--")) {
                    paths.add(word);
                } else if (words.hasNext()) {
                    option(word, words.next());
                } else {
                    throw new UsageException("Option " + word + " needs a value.");
                }
            }
            if (paths.size() != 2) {
                throw new UsageException("Two paths are needed, INSTANCE_DIR and OUT.csv; there are " + paths.size() + ".");
            }
        }

        private void option(String name, String value) {
            try {
                switch (name) {
                    case "--mode" -> mode = Mode.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--time" -> limit = Duration.ofNanos((long) (1e9 * positive(Double.parseDouble(value))));
                    case "--threads" -> threads = (int) positive(Integer.parseInt(value));
                    default -> throw new UsageException("There is no option " + name + ".");
                }
            } catch (UsageException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new UsageException("Option " + name + " cannot be \"" + value + "\".");
            }
        }

        private static double positive(double number) {
            if (number > 0) {
                return number;
            }
            throw new IllegalArgumentException("not positive");
        }
    }
}
