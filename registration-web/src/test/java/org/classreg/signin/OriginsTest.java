package org.classreg.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the environment says of origins and limits. */
class OriginsTest {

    @Test
    void originsAreListedAsBrowsersWriteThem() {
        var origins = Origins.parse("CORS", " https://front.example.org,http://localhost:5173\n http://[::1]:8080 ");

        assertThat(origins.all()).containsExactlyInAnyOrder("https://front.example.org", "http://localhost:5173", "http://[::1]:8080");
        assertThat(origins.has("https://front.example.org")).isTrue();
        assertThat(origins.has("https://front.example.org.evil.example")).isFalse();
        assertThat(origins.has("http://front.example.org")).isFalse();
        assertThat(origins.has("null")).isFalse();
        assertThat(origins.has(null)).isFalse();
        assertThat(Origins.parse("CORS", " ").isEmpty()).isTrue();
    }

    @Test
    void whatNoBrowserWouldSendIsRefusedByName() {
        for (var origin : List.of("*", "null", "front.example.org", "https://front.example.org/", "https://*.example.org", "ftp://front.example.org",
                "https://Front.example.org", "https://front.example.org:443", "http://localhost:80", "https://user@front.example.org", "https://",
                "https://front.example.org:99999999999", "https://front.example.org?x", "HTTPS://front.example.org")) {
            assertThatThrownBy(() -> Origins.parse("CORS", "https://ok.example.org " + origin)).as(origin)
                    .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("CORS has \"" + origin + "\": an origin is");
        }
    }

    @Test
    void aLimitIsAWholeNumber() {
        assertThat(Setting.parse("LIMIT", "0", 10)).isZero();
        assertThat(Setting.parse("LIMIT", "10", 10)).isEqualTo(10);
        for (var value : List.of("11", "-1", "many", "1.5", "99999999999")) {
            assertThatThrownBy(() -> Setting.parse("LIMIT", value, 10)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("LIMIT is \"" + value + "\": it must be a whole number from 0 to 10.");
        }
    }
}
