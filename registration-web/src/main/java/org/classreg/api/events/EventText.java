package org.classreg.api.events;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.classreg.api.Instants;
import org.classreg.catalog.SeatEvent;
import org.classreg.catalog.SeatLog.Seats;

/** Events as they go over the line, in the words of the event stream format (WHATWG HTML, 9.2.5). */
final class EventText {

    /** After how many milliseconds a client that was cut off comes back. */
    private static final int RETRY_MILLIS = 2_000;

    /** Keeps proxies from taking the connection for dead. */
    static final String HEARTBEAT = ":\n\n";

    static final String GREETING = "retry: " + RETRY_MILLIS + "\n\n";

    private EventText() {
    }

    /** All sections in one event, so that a client has them all or asks again. */
    static String snapshot(Seats seats, ZoneId zone) {
        var sections = Json.createArrayBuilder();
        seats.sections().forEach(section -> sections.add(json(section, zone)));
        return event("snapshot", seats.position(), Json.createObjectBuilder().add("sections", sections));
    }

    static String changes(List<SeatEvent> changes, ZoneId zone) {
        var text = new StringBuilder();
        changes.forEach(change -> text.append(event("seats", change.position(), json(change, zone))));
        return text.toString();
    }

    private static String event(String name, long id, JsonObjectBuilder data) {
        return "id: " + id + "\nevent: " + name + "\ndata: " + data.build() + "\n\n";
    }

    private static JsonObjectBuilder json(SeatEvent seats, ZoneId zone) {
        var json = Json.createObjectBuilder()
                .add("section", seats.section())
                .add("capacity", seats.capacity())
                .add("enrolled", seats.enrolled())
                .add("seatsLeft", seats.seatsLeft())
                .add("status", seats.status().name().toLowerCase(Locale.ROOT))
                .add("registrationOpen", seats.registrationOpen());
        return seats.at() == null ? json : json.add("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instants.write(seats.at(), zone)));
    }
}
