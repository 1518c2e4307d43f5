package org.classreg.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationRowTest {

    @ParameterizedTest
    @CsvSource({"register, Registered", "expire, Ended", "convertLottery, Converted preferences", "importOneRoster, Imported OneRoster"})
    void aKindIsShownInWords(String kind, String words) {
        assertThat(OperationRow.what(kind, null)).isEqualTo(words);
    }

    @Test
    void anUndoSaysOfWhat() {
        assertThat(OperationRow.what("undo", 12L)).isEqualTo("Undid operation 12");
    }

    @Test
    void aKindThatNobodyForesawIsShownAsItIs() {
        assertThat(OperationRow.what("swap", null)).isEqualTo("swap");
    }

    @Test
    void theTimeIsOfNoProgram() {
        assertThat(OperationRow.when(Instant.parse("2026-11-23T03:31:59Z"))).isEqualTo("Mon 23 Nov 2026 03:31 UTC");
    }
}
