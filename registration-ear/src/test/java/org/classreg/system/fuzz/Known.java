package org.classreg.system.fuzz;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.classreg.system.contract.Operation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values that mean something to the server, by the name of the field or parameter: from the start, and from what it answered. */
final class Known {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 200;

    private final Map<String, List<String>> values = new ConcurrentHashMap<>();

    void add(String name, String... more) {
        var list = values.computeIfAbsent(name, unseen -> new CopyOnWriteArrayList<>());
        for (var value : more) {
            if (list.size() < MOST && !list.contains(value)) {
                list.add(value);
            }
        }
    }

    /** One of the name; a short text if there is none. */
    String any(String name, SplittableRandom random) {
        var list = values.get(name);
        return list == null ? "text " + random.nextInt(50) : list.get(random.nextInt(list.size()));
    }

    /** Remembers the ids of an answer under the first part of the path that names the kind, so that they lead on to other operations. */
    void learn(Operation operation, byte[] answer) {
        try {
            var root = JSON.readTree(answer);
            (root.isArray() ? root.valueStream() : Stream.of(root)).limit(5).map(node -> node.path("id"))
                    .filter(JsonNode::isNumber).forEach(id -> add("id", id.asString()));
        } catch (JacksonException e) {
            throw new AssertionError(operation + " answered JSON that is none", e);
        }
    }
}
