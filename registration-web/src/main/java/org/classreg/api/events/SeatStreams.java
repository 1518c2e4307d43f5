package org.classreg.api.events;

import jakarta.annotation.Resource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.classreg.catalog.SeatLog;

/** All event streams of this node, fed by one task that reads the log of seats a few times a second for all of them. */
@ApplicationScoped
class SeatStreams {

    private static final Logger LOG = Logger.getLogger(SeatStreams.class.getName());

    private static final int MOST = 2_000;
    private static final int MOST_OF_CALLER = 20;
    private static final int PAUSE_MILLIS = 250;

    @Inject
    SeatLog log;

    @Inject
    Clock clock;

    @Resource
    ManagedScheduledExecutorService executor;

    private final Map<String, Feed> feeds = new HashMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<String, Integer> countByCaller = new HashMap<>();
    private Future<?> feeding;
    private long position;

    private record Arrival(String program, ZoneId zone, Subscriber subscriber) {
    }

    /** What a caller is refused for; null for nothing. */
    enum Refusal {
        TOO_MANY, TOO_MANY_OF_CALLER
    }

    /** Whether one more stream is too much for this node or for a caller, who has as many as 20; null if not. It is counted then. */
    synchronized Refusal reserve(String caller) {
        if (countByCaller.values().stream().mapToInt(Integer::intValue).sum() >= MOST) {
            return Refusal.TOO_MANY;
        }
        if (countByCaller.getOrDefault(caller, 0) >= MOST_OF_CALLER) {
            return Refusal.TOO_MANY_OF_CALLER;
        }
        countByCaller.merge(caller, 1, Integer::sum);
        return null;
    }

    /** Gives back what was reserved. */
    synchronized void release(String caller) {
        countByCaller.computeIfPresent(caller, (name, count) -> count == 1 ? null : count - 1);
    }

    /** Feeds a subscriber, for whom a place was reserved, until the connection ends. */
    synchronized void add(String program, ZoneId zone, Subscriber subscriber) {
        arrivals.add(new Arrival(program, zone, subscriber));
        if (feeding == null) {
            feeding = executor.scheduleWithFixedDelay(this::feed, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (feeding != null) {
            feeding.cancel(false);
        }
    }

    private void feed() {
        try {
            dismiss();
            welcome();
            if (!feeds.isEmpty()) {
                read();
                var now = clock.instant();
                feeds.values().forEach(feed -> feed.serve(position, now));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Event streams have to wait", e);
        }
    }

    private void dismiss() {
        var now = clock.instant();
        for (var feed : feeds.values()) {
            for (var over : feed.subscribers().stream().filter(subscriber -> subscriber.isOver(now)).toList()) {
                feed.subscribers().remove(over);
                over.close();
                release(over.caller());
            }
        }
        feeds.values().removeIf(feed -> feed.subscribers().isEmpty());
    }

    private void welcome() {
        for (var arrival : takeArrivals()) {
            if (feeds.isEmpty()) {
                position = log.catchUp();
            }
            feeds.computeIfAbsent(arrival.program(), program -> new Feed(program, arrival.zone(), log, position)).add(arrival.subscriber());
        }
    }

    private synchronized List<Arrival> takeArrivals() {
        var taken = List.copyOf(arrivals);
        arrivals.clear();
        return taken;
    }

    private void read() {
        var until = log.catchUp();
        for (var change : log.changes(position, until)) {
            var feed = feeds.get(change.program());
            if (feed != null) {
                feed.add(change);
            }
        }
        position = until;
    }
}
