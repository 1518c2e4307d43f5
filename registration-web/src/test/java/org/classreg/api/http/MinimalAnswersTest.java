package org.classreg.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimalAnswersTest {

    @ParameterizedTest
    @ValueSource(strings = {"return=minimal", "Return = Minimal", "respond-async, return=minimal", "return=\"minimal\"; wait=10",
        "return=minimal, return=representation", "RETURN=minimal", "x=\"a\", return=minimal"})
    void aCallerMayPreferAnAnswerWithoutABody(String prefer) {
        assertThat(MinimalAnswers.prefersMinimal(List.of("wait=10", prefer))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "return=representation", "return=minimalist", "noreturn=minimal",
        "return=representation, return=minimal", "return", "return=, return=minimal", "x; return=minimal", "wait=10; return=minimal", ",,,", "=minimal", "return=\"minimal"})
    void otherPreferencesLeaveTheBody(String prefer) {
        assertThat(MinimalAnswers.prefersMinimal(List.of(prefer))).isFalse();
    }

    @Test
    void withoutThePreferenceTheBodyStays() {
        assertThat(MinimalAnswers.prefersMinimal(null)).isFalse();
    }
}
