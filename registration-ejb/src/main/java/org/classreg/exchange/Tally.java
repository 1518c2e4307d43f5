package org.classreg.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts, for one kind of thing, what an import does to it.
 *
 * @param <E> what is counted, by identity
 */
final class Tally<E> {

    private static final List<Object> NEW = List.of("new");
    private static final List<Object> ENDED = List.of("ended");

    private final String kind;
    private final Function<E, List<Object>> state;
    private final Map<E, List<Object>> before = new LinkedHashMap<>();
    private int added;
    private int unchanged;
    private int changed;
    private int ended;

    /** Counts by what is said: {@link #added}, {@link #changed}, {@link #unchanged}, {@link #ended}. */
    Tally(String kind) {
        this(kind, thing -> List.of());
    }

    /** @param state all that an import may change, to tell whether it did */
    Tally(String kind, Function<E, List<Object>> state) {
        this.kind = kind;
        this.state = state;
    }

    /** From now on, whatever is done to this thing counts; for a thing not seen yet. */
    E watch(E thing) {
        before.computeIfAbsent(thing, state);
        return thing;
    }

    /** This thing is new, whatever else is done to it. */
    E watchNew(E thing) {
        before.put(thing, NEW);
        return thing;
    }

    /** This thing has ended, whatever else is done to it. */
    void watchEnded(E thing) {
        before.put(thing, ENDED);
    }

    void added() {
        added++;
    }

    void changed() {
        changed++;
    }

    void unchanged() {
        unchanged++;
    }

    void ended() {
        ended++;
    }

    /** What has been counted; of the things watched, as they are now. */
    ImportReport.Line line() {
        before.forEach((thing, was) -> {
            if (was == NEW) {
                added();
            } else if (was == ENDED) {
                ended();
            } else if (was.equals(state.apply(thing))) {
                unchanged();
            } else {
                changed();
            }
        });
        before.clear();
        return new ImportReport.Line(kind, added, changed, unchanged, ended);
    }
}
