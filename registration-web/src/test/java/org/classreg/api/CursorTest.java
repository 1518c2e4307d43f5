package org.classreg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.junit.jupiter.api.Test;

/** Cursors lead to another page of the same list, and nowhere else. */
class CursorTest {

    private static final List<String> VALUES = List.of("=Müller & Sons", "-", "=2026-03-07T10:00:00Z", "=");

    private final String cursor = new Cursor(VALUES, true).write(URI.create("http://localhost/api/v1/things?sort=-name&q=a%20b"));

    @Test
    void theValuesComeBackWhateverIsInThem() {
        assertThat(cursor).matches("[\\w-]+");
        assertThat(read("http://other:99/api/v1/things?limit=5&q=a%20b&cursor=x&sort=-name")).isEqualTo(new Cursor(VALUES, true));
    }

    @Test
    void anotherListFilterOrOrderIsRefused() {
        for (var other : List.of("http://localhost/api/v1/things?sort=name&q=a%20b", "http://localhost/api/v1/things?sort=-name",
                "http://localhost/api/v1/other?sort=-name&q=a%20b", "http://localhost/api/v1/things?sort=-name&q=a%20b&at=2026-03-07T10:00:00Z")) {
            assertThatThrownBy(() -> read(other)).as(other).isInstanceOf(InvalidInput.class).hasMessageStartingWith("cursor: ");
        }
    }

    @Test
    void whatIsNoCursorIsRefused() {
        for (var text : List.of("", "!", "MTA", "JSUl", "////")) {
            assertThatThrownBy(() -> Cursor.read(text, URI.create("http://localhost/"))).as(text).isInstanceOf(InvalidInput.class);
        }
    }

    private Cursor read(String uri) {
        return Cursor.read(cursor, URI.create(uri));
    }
}
