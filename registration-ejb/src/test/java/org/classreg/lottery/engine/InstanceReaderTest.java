package org.classreg.lottery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceReaderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFolder() throws IOException {
        Folder.write(folder);
    }

    @Test
    void readsStudentsSectionsPreferencesAndLunch() throws IOException {
        var instance = InstanceReader.read(folder);

        assertThat(instance.students()).isEqualTo(3);
        assertThat(instance.sections()).isEqualTo(2);
        assertThat(instance.steps).containsExactly(12, 24);
        assertThat(instance.timeslots(1)).isEqualTo(2);
        assertThat(instance.preferenceRank).containsExactly(1, 0, 0, 1, 2, 1);
        assertThat(instance.weight[0]).isCloseTo(Math.sqrt(3), within(1e-12));
        assertThat(instance.lunch).hasDimensions(1, 2);
    }

    @Test
    void aPairThatStandsTwiceIsOnePreferenceOfTheBetterRank() throws IOException {
        Files.writeString(folder.resolve("prefs.csv"), "student,section,rank\n1,0,0\n1,0,2\n");
        var instance = InstanceReader.read(folder);

        assertThat(instance.preferredSection).containsExactly(0);
        assertThat(instance.preferenceRank).containsExactly(2);
        assertThat(instance.interested).containsExactly(true);
        assertThat(instance.weight[1]).isCloseTo(Math.sqrt(2), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sections.csv | 0,0,1   | 0,0,one  | sections.csv, line 2: capacity "one" is not a whole number
            sections.csv | 1,1,2   | 1,1,-2   | sections.csv, line 3: the capacity is negative
            sections.csv | 12,0\\n | 12,9\\n  | sections.csv, line 2: there is no such slot
            sections.csv | 7,9     | 9,7      | sections.csv, line 3: the lowest grade is above the highest
            sections.csv | capacity | seats   | sections.csv, line 1: there is no column "capacity"
            students.csv | 1,9     | 7,9      | students.csv, line 3: student 7 stands where 1 is expected
            students.csv | 1,9     | 1,9,9    | students.csv, line 3: there are not 2 columns
            prefs.csv    | 2,1,1   | 3,1,1    | prefs.csv, line 7: there is no student 3
            prefs.csv    | 1,1,1   | 1,5,1    | prefs.csv, line 5: there is no section 5
            prefs.csv    | 1,1,1   | 1,1,-1   | prefs.csv, line 5: the rank is not between 0 and 100
            meta.json    | [0, 0, 0] | [0, 0, 0 | meta.json, line 3: "," was expected
            meta.json    | [[1, 2]] | [[1, 3]] | meta.json: lunch has a slot that is not among the days
            meta.json    | "lunch" | "dinner" | meta.json: lunch is not a list
            """)
    void saysWhereAnInstanceIsBroken(String file, String right, String wrong, String message) throws IOException {
        var path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(right.translateEscapes(), wrong.translateEscapes()));

        assertThatExceptionOfType(InvalidInstance.class).isThrownBy(() -> InstanceReader.read(folder)).withMessage(message);
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Files.delete(folder.resolve("students.csv"));

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> InstanceReader.read(folder)).withMessageContaining("students.csv");
    }

    @Test
    void theFingerprintTellsInstancesApart() throws IOException {
        var print = Fingerprint.of(InstanceReader.read(folder));
        assertThat(Fingerprint.of(InstanceReader.read(folder))).isEqualTo(print).hasSize(64);

        Files.writeString(folder.resolve("prefs.csv"), Folder.PREFERENCES.replace("1,1,1", "1,1,2"));
        assertThat(Fingerprint.of(InstanceReader.read(folder))).isNotEqualTo(print);
    }
}
