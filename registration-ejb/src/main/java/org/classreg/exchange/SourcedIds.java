package org.classreg.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The sourcedIds under which an export names things of one kind: that of the system they came from, else their own key.
 *
 * @param <T> what is named
 */
final class SourcedIds<T> {

    private final Map<T, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param sourcedId null for what came from nowhere else
     * @param key unique among the things, but perhaps another's sourcedId
     */
    SourcedIds(Collection<T> things, Function<T, String> sourcedId, Function<T, String> key) {
        things.stream().filter(thing -> sourcedId.apply(thing) != null).forEach(thing -> name(thing, sourcedId.apply(thing)));
        things.stream().filter(thing -> sourcedId.apply(thing) == null).forEach(thing -> name(thing, free(key.apply(thing))));
    }

    private void name(T thing, String id) {
        ids.put(thing, id);
        taken.add(id);
    }

    private String free(String key) {
        var id = key;
        for (int i = 2; taken.contains(id); i++) {
            id = key + "~" + i;
        }
        return id;
    }

    String of(T thing) {
        return ids.get(thing);
    }
}
