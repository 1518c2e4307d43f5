package org.classreg.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @Test
    void theCharacterThatNoDatabaseKeepsIsRefusedAndNotWhatLooksLikeIt() {
        assertThatNoException().isThrownBy(() -> JsonLimits.requireReadable("{\"a\":\"\\\\u0000 u0000\"}".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> JsonLimits.requireReadable("{\"a\":[\"b\\u0000\"]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.faults().get(0).field()).isEqualTo("a")).hasMessageContaining("U+0000");
    }

    @Test
    void aListOfObjectsAndOtherValuesIsRefusedForTheParserWouldLeaveTheseOut() {
        assertThatNoException().isThrownBy(() -> JsonLimits.requireReadable("{\"a\":[{\"b\":1},null,{\"b\":[2,\"3\",true]}]}".getBytes(StandardCharsets.UTF_8)));
        for (var other : List.of("7", "\"7\"", "true", "[]")) {
            assertThatThrownBy(() -> JsonLimits.requireReadable(("[{}," + other + "]").getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(InvalidInput.class).hasMessageContaining("A list has objects and other values.");
        }
    }

    private static byte[] nested(int depth) {
        return ("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }
}
