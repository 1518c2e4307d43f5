package org.classreg.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesTest {

    private final ImportErrors errors = new ImportErrors();

    @Test
    void aZipMayHaveAFolderAndWhatOperatingSystemsHideInIt() {
        var files = zip(Map.of("roster/users.csv", "a", "roster/Read me.txt", "b", "__MACOSX/roster/._users.csv", "c",
                "deep/er/ORGS.CSV", "d"));

        assertThat(files.names()).containsExactly("ORGS.CSV", "users.csv");
        assertThat(files.has("orgs.csv")).isTrue();
    }

    @Test
    void twoFilesOfTheSameNameAreRefused() {
        assertThatThrownBy(() -> zip(Map.of("a/users.csv", "a", "b/users.csv", "b"))).isInstanceOf(ImportRefused.class)
                .hasMessageContaining("users.csv: There are two files of this name");
    }

    @Test
    void aBrokenZipIsRefused() {
        var whole = SmallRoster.zip(Map.of("users.csv", "sourcedId\n".repeat(1_000)));

        assertThatThrownBy(() -> CsvFiles.ofZip(new ByteArrayInputStream("no ZIP at all".getBytes(UTF_8))))
                .isInstanceOf(ImportRefused.class).hasMessageContaining("This is not a ZIP, or an empty one.");
        assertThatThrownBy(() -> CsvFiles.ofZip(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 3))))
                .isInstanceOf(ImportRefused.class).hasMessageContaining("It is broken");
    }

    @Test
    void aZipThatUnpacksToMoreThanIsTakenIsRefused() {
        var large = "0".repeat(60 << 20);

        assertThatThrownBy(() -> zip(Map.of("a.csv", large, "b.txt", large))).isInstanceOf(ImportRefused.class)
                .hasMessageContaining("at most 1,000, and 100 MB in all, unpacked, are taken");
    }

    @Test
    void aZipOfMoreFilesThanAreTakenIsRefused() {
        var many = new LinkedHashMap<String, String>();
        IntStream.rangeClosed(0, 1_000).forEach(i -> many.put(i + ".csv", ""));

        assertThatThrownBy(() -> zip(many)).isInstanceOf(ImportRefused.class).hasMessageContaining("1000.csv: The files are too many");
    }

    @Test
    void aFolderGivesItsCsvFiles(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("users.csv"), "a");
        Files.writeString(folder.resolve("notes.txt"), "b");

        assertThat(CsvFiles.ofFolder(folder).names()).containsExactly("users.csv");
    }

    @Test
    void linesAreCountedAsTheyAreInTheFile() {
        var table = read("\uFEFFa,b\r\n\r\n1,\"two\r\nlines\"\r\n,\r\n\"say \"\"hi\"\"\", 4 \r\n");

        assertThat(table.rows()).extracting(Row::line).containsExactly(3L, 6L);
        assertThat(table.rows().get(0).raw("b")).isEqualTo("two\r\nlines");
        assertThat(table.rows().get(1).raw("a")).isEqualTo("say \"hi\"");
        assertThat(table.rows().get(1).raw("b")).isEqualTo("4");
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLine() {
        assertThat(refusal("a,b\n1,2\nMüller,3\n".getBytes(ISO_8859_1))).containsExactly("t.csv, line 3: This is not UTF-8 text.");
        assertThat(refusal("a,b\n1,\0\n".getBytes(UTF_8))).containsExactly("t.csv, line 2: This is not UTF-8 text.");
    }

    @Test
    void brokenQuotesAreRefusedWithTheirLine() {
        assertThat(refusal("a,b\n1,\"x\ny\"\n2,\"x\"y\n".getBytes(UTF_8)))
                .containsExactly("t.csv, line 4: Unexpected character after closing quote: 'y' (0x79).");
        assertThat(refusal("a,b\n1,2\n3,\"4\n5,6\n".getBytes(UTF_8))).last().asString().startsWith("t.csv, line 3: Unclosed quoted field");
    }

    @Test
    void theHeaderHasEachColumnOnce() {
        assertThat(refusal("a,b,a\n".getBytes(UTF_8))).containsExactly("t.csv, line 1, a: The column is there twice.");
        assertThat(refusal("x,a\n".getBytes(UTF_8))).contains("t.csv, line 1, b: The column is missing.");
    }

    private static CsvFiles zip(Map<String, String> entries) {
        return CsvFiles.ofZip(new ByteArrayInputStream(SmallRoster.zip(entries)));
    }

    private CsvTable read(String text) {
        return CsvTable.read(CsvFiles.ofFile("t.csv", text.getBytes(UTF_8)), "t.csv", errors, "a", "b");
    }

    private List<String> refusal(byte[] content) {
        var found = new ImportErrors();
        CsvTable.read(CsvFiles.ofFile("t.csv", content), "t.csv", found, "a", "b");
        try {
            found.refuseUnreadable();
        } catch (ImportRefused e) {
            return e.errors().stream().map(ImportError::toString).toList();
        }
        throw new AssertionError("not refused");
    }
}
