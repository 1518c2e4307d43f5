package org.classreg.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each operation has its rights in the table of docs/security.md. The system test tries them. */
class OpenApiRightsTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(\\S+) (/\\S*)`", Pattern.MULTILINE);

    @Test
    void everyOperationStandsInTheTableOfRightsAndNothingElse() throws Exception {
        var table = Files.readString(Path.of("../docs/security.md"));
        var rows = ROW.matcher(table).results().map(OpenApiRightsTest::name).collect(Collectors.toCollection(TreeSet::new));
        var operations = OpenApiDocument.operations().stream().map(OpenApiDocument.Operation::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(operations).hasSizeGreaterThan(10);
        assertThat(rows).as("docs/security.md, \"Who may do what\"").isEqualTo(operations);
    }

    private static String name(MatchResult row) {
        return String.join(" /api/v1", List.of(row.group(1), row.group(2)));
    }
}
