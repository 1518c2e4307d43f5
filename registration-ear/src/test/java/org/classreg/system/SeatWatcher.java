package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A client of a program's event stream that does as EventSource of browsers does: when it is cut off it comes back with the id of its last event. */
final class SeatWatcher {

    private final String path;
    private final List<String> kinds = new CopyOnWriteArrayList<>();
    private final Map<String, List<Integer>> enrolled = new ConcurrentSkipListMap<>();
    private String lastId;

    SeatWatcher(String program) {
        path = "/api/v1/programs/" + program + "/events";
    }

    /** Comes back to the node, and reads so many lines, be it into the middle of an event, or until it is enough. */
    void watch(Http node, int lines, BooleanSupplier enough) throws InterruptedException {
        var client = lastId == null ? node : node.with("Last-Event-ID", lastId);
        try {
            var answer = client.open(path);
            assertThat(answer.statusCode()).isIn(200, 429);
            if (answer.statusCode() == 429) {
                TimeUnit.MILLISECONDS.sleep(500);
            } else {
                read(answer, lines, enough);
            }
        } catch (IOException | UncheckedIOException e) {
            // The node was killed: another will do.
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void read(HttpResponse<InputStream> answer, int lines, BooleanSupplier enough) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            Map<String, String> event = new TreeMap<>();
            for (int i = 0; i < lines && !enough.getAsBoolean(); i++) {
                var line = reader.readLine();
                if (line == null) {
                    return;
                }
                if (line.isEmpty()) {
                    take(event);
                    event.clear();
                } else if (!line.startsWith(":")) {
                    event.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
                }
            }
        }
    }

    private void take(Map<String, String> event) {
        if (!event.containsKey("data")) {
            return;
        }
        assertThat(lastId == null || Long.parseLong(event.get("id")) > Long.parseLong(lastId)).as("after " + lastId + ": " + event).isTrue();
        lastId = event.get("id");
        kinds.add(event.get("event"));
        try (var json = Json.createReader(new StringReader(event.get("data")))) {
            var data = json.readObject();
            if (event.get("event").equals("snapshot")) {
                data.getJsonArray("sections").forEach(section -> note(section.asJsonObject()));
            } else {
                note(data);
            }
        }
    }

    private void note(JsonObject seats) {
        assertThat(seats.getInt("seatsLeft")).isEqualTo(Math.max(0, seats.getInt("capacity") - seats.getInt("enrolled")));
        enrolled.computeIfAbsent(seats.getString("section"), section -> new CopyOnWriteArrayList<>()).add(seats.getInt("enrolled"));
    }

    /** The names of the events, in their order. */
    List<String> kinds() {
        return kinds;
    }

    /** How many were enrolled in each section, from event to event. */
    Map<String, List<Integer>> enrolled() {
        return enrolled;
    }
}
