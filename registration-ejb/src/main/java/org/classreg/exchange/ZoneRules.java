package org.classreg.exchange;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.TimeZone;

/** The rules of a time zone as a VTIMEZONE: each change of the clocks by its date, as Java knows it, and none that no event needs. */
final class ZoneRules {

    private ZoneRules() {
    }

    /** What holds from the first to the last instant. */
    static VTimezone between(ZoneId zone, Instant first, Instant last) {
        var rules = zone.getRules();
        var timezone = new VTimezone(zone.getId());
        var change = rules.previousTransition(first.plusMillis(1));
        if (change == null) {
            add(timezone, zone, LocalDateTime.of(1970, 1, 1, 0, 0), rules.getOffset(first), rules.getOffset(first), first);
            change = rules.nextTransition(first);
        }
        for (; change != null && !change.getInstant().isAfter(last); change = rules.nextTransition(change.getInstant())) {
            add(timezone, zone, change);
        }
        return timezone;
    }

    private static void add(VTimezone timezone, ZoneId zone, ZoneOffsetTransition change) {
        add(timezone, zone, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter(), change.getInstant());
    }

    private static void add(VTimezone timezone, ZoneId zone, LocalDateTime onset, ZoneOffset from, ZoneOffset to, Instant at) {
        var daylight = zone.getRules().isDaylightSavings(at);
        Observance observance = daylight ? new DaylightSavingsTime() : new StandardTime();
        observance.setDateStart(new ICalDate(new DateTimeComponents(onset.getYear(), onset.getMonthValue(), onset.getDayOfMonth(),
                onset.getHour(), onset.getMinute(), onset.getSecond(), false), true));
        observance.setTimezoneOffsetFrom(offset(from));
        observance.setTimezoneOffsetTo(offset(to));
        observance.addTimezoneName(TimeZone.getTimeZone(zone).getDisplayName(daylight, TimeZone.SHORT, Locale.ENGLISH));
        if (observance instanceof DaylightSavingsTime summer) {
            timezone.addDaylightSavingsTime(summer);
        } else {
            timezone.addStandardTime((StandardTime) observance);
        }
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(Duration.ofSeconds(offset.getTotalSeconds()).toMillis());
    }
}
