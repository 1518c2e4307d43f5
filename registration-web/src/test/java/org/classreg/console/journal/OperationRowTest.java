package org.classreg.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperationRowTest {

    @Test
    void theTimeIsOfNoProgram() {
        assertThat(OperationRow.when(Instant.parse("2026-11-23T03:31:59Z"))).isEqualTo("Mon 23 Nov 2026 03:31 UTC");
    }
}
