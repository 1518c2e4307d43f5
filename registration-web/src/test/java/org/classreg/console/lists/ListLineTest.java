package org.classreg.console.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListLineTest {

    @Test
    void readsWhatASpreadsheetWrites() {
        var lines = ListLine.read("\uFEFFusername,section\r\nann,E1s1\r\n\r\n\"bob\";\"E1s2\"\ncleo\tE2s1\tmore\ndan , ");

        assertThat(lines).extracting(ListLine::number).containsExactly(2, 4, 5, 6);
        assertThat(lines).extracting(ListLine::student).containsExactly("ann", "bob", "cleo", "dan");
        assertThat(lines).extracting(ListLine::section).containsExactly("E1s1", "E1s2", "E2s1", null);
        assertThat(lines.get(1).text()).isEqualTo("\"bob\";\"E1s2\"");
    }

    @Test
    void aLineWithoutASectionTakesThatOfThePageOrSaysWhatIsMissing() {
        var line = ListLine.read("ann").get(0);

        assertThat(line.fault("E1s1")).isNull();
        assertThat(line.toLine("E1s1", "Enrolled").section()).isEqualTo("E1s1");
        assertThat(line.fault(null)).isEqualTo("A section is needed, such as ann,E1234s1.");
    }

    @Test
    void aLineOfSeparatorsAloneNeedsAUsername() {
        assertThat(ListLine.read(" , ,").get(0).fault("E1s1")).isEqualTo("A username is needed.");
    }
}
