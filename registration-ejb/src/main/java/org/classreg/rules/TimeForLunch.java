package org.classreg.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.classreg.catalog.Timeslot;
import org.classreg.errors.Reason;

/**
 * Who has classes before and after lunch keeps one lunch timeslot of the day free.
 * Source: ESP-Website, the lunch constraints of a program.
 */
class TimeForLunch implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var section = addition.section();
        var program = section.getProgram();
        var taken = Stream.concat(Stream.of(section), addition.schedule().stream()).flatMap(other -> other.timeslots().stream()).toList();
        return section.timeslots().stream().map(program::dayOf).distinct()
                .filter(day -> isLunchLost(program.lunches(day), taken.stream().filter(slot -> program.dayOf(slot).equals(day)).toList()))
                .findFirst()
                .map(day -> reason(section.getCode(), day));
    }

    private static boolean isLunchLost(List<Timeslot> lunches, List<Timeslot> taken) {
        if (lunches.isEmpty()) {
            return false;
        }
        var first = lunches.get(0).getStartsAt();
        var last = lunches.get(lunches.size() - 1).getEndsAt();
        return taken.stream().anyMatch(slot -> slot.getStartsAt().isBefore(first))
                && taken.stream().anyMatch(slot -> slot.getEndsAt().isAfter(last))
                && lunches.stream().allMatch(lunch -> taken.stream().anyMatch(lunch::overlaps));
    }

    private static Reason reason(String code, LocalDate day) {
        return new Reason("LUNCH_NEEDED", "With %s there would be no time for lunch on %s.".formatted(code, day));
    }
}
