package org.classreg.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.classreg.operations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationWordsTest {

    @ParameterizedTest
    @CsvSource({"register, Registered", "expire, Ended", "convertLottery, Converted preferences", "importOneRoster, Imported OneRoster",
        "swap, Swapped", "something new, something new"})
    void aKindIsShownInWordsAndOneThatNobodyForesawAsItIs(String kind, String words) {
        assertThat(OperationWords.what(operation(kind))).isEqualTo(words);
    }

    @Test
    void anUndoSaysSo() {
        assertThat(OperationWords.what(operation("move").undoneBy("admin", Instant.EPOCH))).startsWith("Undid operation");
    }

    @Test
    void withinASentenceItBeginsSmall() {
        assertThat(OperationWords.whatAsAside(operation("importOneRoster"))).isEqualTo("imported OneRoster");
    }

    private static Operation operation(String kind) {
        return new Operation(kind, "admin", null, Instant.EPOCH);
    }
}
