package org.classreg.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.classreg.api.http.BodyLimit.Limited;
import org.junit.jupiter.api.Test;

/** Bodies that are read to their limit and no further. */
class BodyLimitTest {

    @Test
    void aBodyOfTheMostBytesIsReadWhole() throws IOException {
        assertThat(body(10, 10).readAllBytes()).hasSize(10);
        var oneByOne = body(2, 2);
        assertThat(new int[] {oneByOne.read(), oneByOne.read(), oneByOne.read()}).containsExactly(0, 0, -1);
    }

    @Test
    void oneByteMoreIsRefused() throws IOException {
        assertThatThrownBy(() -> body(11, 10).readAllBytes()).isInstanceOf(IllegalStateException.class);
        var oneByOne = body(2, 1);
        oneByOne.read();
        assertThatThrownBy(oneByOne::read).isInstanceOf(IllegalStateException.class);
    }

    private static Limited body(int bytes, long most) {
        return new Limited(new ByteArrayInputStream(new byte[bytes]), most, IllegalStateException::new);
    }
}
