package org.classreg.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sections", "/sections?program=splash%202026&x=//y", "/a//b"})
    void aPathOfThisServerIsGoneOnTo(String address) {
        assertThat(SignInPath.isLocal(address)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sections", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
        "javascript:alert(1)", "/\t/evil.example", "/a\r\nSet-Cookie: b"})
    void whatMayLeadElsewhereIsNot(String address) {
        assertThat(SignInPath.isLocal(address)).isFalse();
    }
}
