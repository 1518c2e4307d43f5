package org.classreg.api.http;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.classreg.errors.InvalidInput;
import org.junit.jupiter.api.Test;

class JsonLimitsTest {

    @Test
    void deepNestingIsRefusedBeforeItIsParsed() {
        assertThatNoException().isThrownBy(() -> JsonLimits.requireReadable(nested(JsonLimits.DEEPEST)));
        assertThatThrownBy(() -> JsonLimits.requireReadable(nested(JsonLimits.DEEPEST + 1)))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("deeper than 32");
    }

    @Test
    void bracketsInStringsAndSideBySideAreNotDeep() {
        var brackets = "[\"\\\"" + "[".repeat(100) + "\"" + ",[]".repeat(100) + "]";

        assertThatNoException().isThrownBy(() -> JsonLimits.requireReadable(brackets.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThatThrownBy(() -> JsonLimits.requireReadable("\"é\"".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("not UTF-8");
    }

    @Test
    void whatFollowsTheBodyIsRefused() {
        assertThatNoException().isThrownBy(() -> JsonLimits.requireReadable("{\"a\":[{},{}]} \n".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> JsonLimits.requireReadable("{} {}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("More follows");
    }

    private static byte[] nested(int depth) {
        return ("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }
}
