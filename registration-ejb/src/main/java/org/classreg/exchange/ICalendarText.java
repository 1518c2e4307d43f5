package org.classreg.exchange;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.ProductId;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;

/**
 * A calendar as iCalendar. The same events give the same text.
 * Source: RFC 5545; NAME and REFRESH-INTERVAL: RFC 7986.
 */
final class ICalendarText {

    private static final String PRODUCT = "-//classreg.org//Class Registration//EN";
    private static final Duration REFRESH = Duration.builder().hours(1).build();

    private final CalendarFeed feed;

    ICalendarText(CalendarFeed feed) {
        this.feed = feed;
    }

    String write() {
        var calendar = new ICalendar();
        calendar.setProductId(new ProductId(PRODUCT));
        calendar.addName(feed.getProgram().getTitle());
        calendar.setRefreshInterval(REFRESH);
        var events = feed.events();
        events.forEach(event -> calendar.addEvent(event(event)));
        var zone = feed.getProgram().zone();
        if (!events.isEmpty() && !zone.getRules().isFixedOffset()) {
            setZone(calendar, zone, events.get(0).getStartsAt(), events.get(events.size() - 1).getEndsAt());
        }
        return Biweekly.write(calendar).go();
    }

    /** Times are local ones, so that a calendar shows them right even if the rules of the zone change. */
    private static void setZone(ICalendar calendar, ZoneId zone, Instant first, Instant last) {
        calendar.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(zone), ZoneRules.between(zone, first, last)));
    }

    private static VEvent event(CalendarEvent event) {
        var entry = new VEvent();
        entry.setUid(event.getUid());
        entry.setSequence(event.getSequence());
        entry.setDateTimeStamp(Date.from(event.getModifiedAt()));
        entry.setLastModified(Date.from(event.getModifiedAt()));
        entry.setDateStart(Date.from(event.getStartsAt()));
        entry.setDateEnd(Date.from(event.getEndsAt()));
        entry.setSummary(event.getSummary());
        if (!event.getLocation().isEmpty()) {
            entry.setLocation(event.getLocation());
        }
        entry.setStatus(event.isCancelled() ? Status.cancelled() : Status.confirmed());
        return entry;
    }
}
