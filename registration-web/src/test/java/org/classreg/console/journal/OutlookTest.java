package org.classreg.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.classreg.console.journal.Outlook.LeftRow;
import org.junit.jupiter.api.Test;

class OutlookTest {

    @Test
    void whatCameOfItIsOneSentence() {
        assertThat(new Outlook(3, 2, 0, 0, 0, 1, List.of()).sentence(12))
                .isEqualTo("Operation 12 was undone: 3 ended, 2 restored, 1 left as it is.");
        assertThat(new Outlook(0, 0, 1, 0, 0, 2, List.of()).sentence(7))
                .isEqualTo("Operation 7 was undone: 1 interest in a class changed, 2 left as they are.");
        assertThat(new Outlook(0, 0, 0, 2, 1, 0, List.of()).sentence(8))
                .isEqualTo("Operation 8 was undone: 2 check-ins changed, 1 section as before.");
    }

    @Test
    void anUndoThatFoundNothingToDoSaysSo() {
        var outlook = new Outlook(0, 0, 0, 0, 0, 4, List.of());

        assertThat(outlook.effective()).isFalse();
        assertThat(outlook.sentence(12)).isEqualTo("Nothing of operation 12 could be undone: the world has moved on.");
    }

    @Test
    void aLongListIsKnownToBeCut() {
        var rows = List.of(new LeftRow("Ann Able", "E1s1", "Enrolled", "Section full."));

        assertThat(new Outlook(0, 0, 0, 0, 0, 1, rows).cut()).isFalse();
        assertThat(new Outlook(0, 0, 0, 0, 0, 2, rows).cut()).isTrue();
    }
}
