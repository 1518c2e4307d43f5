package org.classreg.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The type of a problem is an address at which it is explained. */
class ProblemTypesTest {

    private static final Pattern ENTRY = Pattern.compile("<dt id=\"([a-z-]+)\">([a-z-]+) \\((\\d{3})\\)</dt>\\s*<dd>");

    @Test
    void everyTypeInUseStandsOnThePageWithItsStatusAndNoOther() throws Exception {
        var entries = ENTRY.matcher(Files.readString(Path.of("src/main/webapp/problems.xhtml"))).results().toList();

        assertThat(entries).allSatisfy(entry -> assertThat(entry.group(1)).isEqualTo(entry.group(2)));
        assertThat(entries).extracting(ProblemTypesTest::inWords).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(inUse());
    }

    private static String inWords(MatchResult entry) {
        return "/problems#" + entry.group(1) + " " + entry.group(3);
    }

    /** Those of every status that can be an error, and those that need more than a status. */
    private static Set<String> inUse() {
        return Stream.concat(IntStream.range(400, 600).mapToObj(status -> Problem.of(status, "")).filter(ProblemTypesTest::isUsual),
                        Stream.of(Problem.invalidImport("", List.of())))
                .map(problem -> problem.type() + " " + problem.status())
                .collect(Collectors.toSet());
    }

    /** A status without a kind of its own is explained as the first of its class. */
    private static boolean isUsual(Problem problem) {
        var first = problem.status() < 500 ? 400 : 500;
        return problem.status() == first || !problem.type().equals(Problem.of(first, "").type());
    }
}
