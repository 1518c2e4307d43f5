package org.classreg.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Timeslot;
import org.classreg.errors.Reason;

/**
 * Who has classes before and after lunch keeps one lunch timeslot of the day free.
 * Source: ESP-Website, the lunch constraints of a program.
 */
class TimeForLunch implements Rule {

    /** Of a place, from its first instant to before that of the next day. */
    private record Day(LocalDate date, Instant from, Instant to) {

        static Day of(Timeslot timeslot, ZoneId zone) {
            var date = timeslot.getStartsAt().atZone(zone).toLocalDate();
            return new Day(date, date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
        }

        boolean has(Timeslot timeslot) {
            return !timeslot.getStartsAt().isBefore(from) && timeslot.getStartsAt().isBefore(to);
        }
    }

    @Override
    public Optional<Reason> objection(Addition addition) {
        var section = addition.section();
        var lunches = section.getProgram().lunches();
        if (lunches.isEmpty()) {
            return Optional.empty();
        }
        var taken = new ArrayList<>(section.timeslots());
        addition.schedule().forEach(other -> taken.addAll(other.timeslots()));
        var zone = section.getProgram().zone();
        for (var timeslot : section.timeslots()) {
            var day = Day.of(timeslot, zone);
            if (isLunchLost(day, lunches, taken)) {
                return Optional.of(reason(section.getCode(), day.date()));
            }
        }
        return Optional.empty();
    }

    /** In loops, since a lottery asks it for tens of thousands of seats: the first lunch that is free ends it. */
    private static boolean isLunchLost(Day day, List<Timeslot> lunches, List<Timeslot> taken) {
        Timeslot first = null;
        Timeslot last = null;
        for (var lunch : lunches) {
            if (day.has(lunch)) {
                if (isFree(lunch, day, taken)) {
                    return false;
                }
                first = first == null ? lunch : first;
                last = lunch;
            }
        }
        return first != null && isBusyAround(first, last, day, taken);
    }

    private static boolean isFree(Timeslot lunch, Day day, List<Timeslot> taken) {
        for (var slot : taken) {
            if (lunch.overlaps(slot) && day.has(slot)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBusyAround(Timeslot first, Timeslot last, Day day, List<Timeslot> taken) {
        return taken.stream().anyMatch(slot -> slot.getStartsAt().isBefore(first.getStartsAt()) && day.has(slot))
                && taken.stream().anyMatch(slot -> slot.getEndsAt().isAfter(last.getEndsAt()) && day.has(slot));
    }

    private static Reason reason(String code, LocalDate day) {
        return new Reason("LUNCH_NEEDED", "With %s there would be no time for lunch on %s.".formatted(code, day));
    }
}
