package org.classreg.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a request asks for is told by one hash, whatever its size. */
class HashedBodyTest {

    @Test
    void theSameBodyToTheSameAddressHasTheSameHashAndAnythingElseAnother() throws IOException {
        var hash = HashedBody.read("/a", body("x")).orElseThrow().fingerprint();

        assertThat(HashedBody.read("/a", body("x")).orElseThrow().fingerprint()).isEqualTo(hash).hasSize(64);
        assertThat(HashedBody.read("/a", body("y")).orElseThrow().fingerprint()).isNotEqualTo(hash);
        assertThat(HashedBody.read("/b", body("x")).orElseThrow().fingerprint()).isNotEqualTo(hash);
    }

    @Test
    void aBodyIsReadFromItsStartWhetherItFitsInMemoryOrNot() throws IOException {
        for (var size : new int[] {0, 1, HashedBody.MOST_IN_MEMORY - 1, HashedBody.MOST_IN_MEMORY, 5 * HashedBody.MOST_IN_MEMORY + 7}) {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            try (var stream = HashedBody.read("/a", new ByteArrayInputStream(bytes)).orElseThrow().stream()) {
                assertThat(stream.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void moreThanTheLimitIsNotTaken() throws IOException {
        assertThat(HashedBody.read("/a", new Endless())).isEmpty();
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes());
    }

    /** Zeros. */
    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return length;
        }
    }
}
