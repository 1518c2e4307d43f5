package org.classreg.api.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.classreg.catalog.SeatEvent;
import org.classreg.catalog.SeatLog;
import org.classreg.catalog.SeatLog.Seats;

/** The changes of one program on their way to its subscribers. The latest are in memory; who is further behind gets them from the log. */
final class Feed {

    /** How many changes are in memory at most. */
    private static final int RECENT = 2_000;

    /** How many changes are sent at once at most. */
    private static final int PAGE = 500;

    private final String program;
    private final ZoneId zone;
    private final SeatLog log;
    private final List<Subscriber> subscribers = new ArrayList<>();
    private final Deque<SeatEvent> recent = new ArrayDeque<>();
    private final Map<Long, List<SeatEvent>> pages = new HashMap<>();
    private long forgotten;
    private long position;
    private Seats snapshot;

    /** @param position up to which the log has been read; later changes will be added */
    Feed(String program, ZoneId zone, SeatLog log, long position) {
        this.program = program;
        this.zone = zone;
        this.log = log;
        this.position = position;
        forgotten = position;
    }

    /** Feeds a subscriber from its position on, or, if that is unknown or forgotten, with the seats of now first. */
    void add(Subscriber subscriber) {
        var last = subscriber.position();
        if (last.isPresent() && (last.getAsLong() < forgotten || last.getAsLong() > position) && !log.remembers(last.getAsLong())) {
            subscriber.beginAnew();
        }
        subscribers.add(subscriber);
    }

    List<Subscriber> subscribers() {
        return subscribers;
    }

    void add(SeatEvent change) {
        recent.add(change);
        if (recent.size() > RECENT) {
            forgotten = recent.remove().position();
        }
    }

    /** Sends everybody who can take it what comes next. The log has been read up to the position. */
    void serve(long readUpTo, Instant now) {
        position = readUpTo;
        snapshot = null;
        pages.clear();
        subscribers.stream().filter(Subscriber::isIdle).forEach(subscriber -> serve(subscriber, now));
    }

    private void serve(Subscriber subscriber, Instant now) {
        var last = subscriber.position();
        if (last.isEmpty()) {
            var seats = snapshot();
            subscriber.send(EventText.snapshot(seats, zone), seats.position(), now);
            return;
        }
        var changes = after(last.getAsLong());
        if (changes.isEmpty()) {
            subscriber.keepAlive(now);
        } else {
            subscriber.send(EventText.changes(changes, zone), changes.get(changes.size() - 1).position(), now);
        }
    }

    private List<SeatEvent> after(long last) {
        return last >= position ? List.of() : pages.computeIfAbsent(last, from -> from >= forgotten
                ? recent.stream().filter(change -> change.position() > from).limit(PAGE).toList()
                : log.changes(program, from, position, PAGE));
    }

    /** One for all who need one now. */
    private Seats snapshot() {
        if (snapshot == null) {
            snapshot = log.seats(program);
        }
        return snapshot;
    }
}
