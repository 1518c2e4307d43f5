package org.classreg.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.junit.jupiter.api.Test;

/** Orders and parts of lists that are here as a whole. */
class ListingTest {

    private static final Listing<Entry> LISTING = Listing.byNumber("e.id", Entry::id)
            .text("name", "e.name", Entry::name)
            .instantIfAny("start", "e.start", Entry::start)
            .inOrderOf("-start", "name");

    private static final List<Entry> ALL = List.of(new Entry(1, "b", "2026-01-01T00:00:00Z"), new Entry(2, "a", null),
            new Entry(3, "b", "2026-01-02T00:00:00Z"), new Entry(4, "=-", null), new Entry(5, "b", "2026-01-01T00:00:00Z"));

    private record Entry(Long id, String name, Instant start) {

        Entry(long id, String name, String start) {
            this(id, name, start == null ? null : Instant.parse(start));
        }
    }

    @Test
    void whatHasNoValueComesFirstAndInTheOtherDirectionLast() {
        assertThat(pages(9, "start")).containsExactly(2L, 4L, 1L, 5L, 3L);
        assertThat(pages(9, "-start")).containsExactly(3L, 5L, 1L, 4L, 2L);
        assertThat(pages(9)).containsExactly(3L, 1L, 5L, 4L, 2L);
        assertThat(pages(9, "name", "-start")).containsExactly(4L, 2L, 3L, 5L, 1L);
    }

    @Test
    void thePagesAreTheWholeListOnce() {
        for (int size = 1; size < 4; size++) {
            assertThat(pages(size, "start")).isEqualTo(pages(9, "start"));
            assertThat(pages(size, "-start")).isEqualTo(pages(9, "-start"));
            assertThat(pages(size, "-name", "start")).isEqualTo(pages(9, "-name", "start"));
            assertThat(pages(size)).isEqualTo(pages(9));
        }
    }

    @Test
    void backwardsComesWhatIsBeforeTheNearestFirst() {
        for (var sort : List.of("start", "-start", "name", "-name")) {
            var order = List.of(Listing.sort(sort));
            var whole = pages(9, sort);
            for (int i = 0; i < whole.size(); i++) {
                var id = whole.get(i);
                var entry = ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
                var before = new ArrayList<>(whole.subList(0, i));
                Collections.reverse(before);

                assertThat(LISTING.of(ALL, new Slice(order, LISTING.values(entry, order), true, 9))).as("%s before %d", sort, id)
                        .extracting(Entry::id).isEqualTo(before);
            }
        }
    }

    @Test
    void whatComesMeanwhileMovesNothingToAnotherPage() {
        var first = LISTING.of(ALL, Slice.first(2));
        var more = new ArrayList<>(ALL);
        more.add(new Entry(6, "a", "2026-01-03T00:00:00Z"));
        more.remove(first.get(1));

        var rest = LISTING.of(more, Slice.after(List.of(), LISTING.values(first.get(1), List.of()), 9));
        assertThat(rest).extracting(Entry::id).containsExactly(5L, 4L, 2L);
    }

    @Test
    void anUnknownFieldAndAForeignCursorAreRefused() {
        assertThatThrownBy(() -> pages(9, "colour")).isInstanceOf(InvalidInput.class)
                .hasMessage("sort: This list is ordered by name, start, not by \"colour\".");
        for (var values : List.of(List.of("=a"), List.of("=a", "=b", "=c", "=d"), List.of("=yesterday", "=a", "=1"), List.of("", "=a", "=1"))) {
            assertThatThrownBy(() -> LISTING.of(ALL, Slice.after(List.of(), values, 9))).isInstanceOf(InvalidInput.class)
                    .hasMessageStartingWith("cursor: ");
        }
    }

    private static List<Long> pages(int size, String... sort) {
        var order = List.of(sort).stream().map(Listing::sort).toList();
        var ids = new ArrayList<Long>();
        List<String> after = List.of();
        while (true) {
            var page = LISTING.of(ALL, Slice.after(order, after, size));
            page.forEach(entry -> ids.add(entry.id()));
            if (page.size() < size) {
                return ids;
            }
            after = LISTING.values(page.get(size - 1), order);
        }
    }
}
