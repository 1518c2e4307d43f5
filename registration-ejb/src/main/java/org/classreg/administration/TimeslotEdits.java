package org.classreg.administration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Program;
import org.classreg.catalog.Timeslot;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Creates, changes and deletes the timeslots of a program. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class TimeslotEdits {

    private static final int MOST = 200;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    @Inject
    Catalog catalog;

    @Inject
    Caller caller;

    @Inject
    SeatsAnew seats;

    @Inject
    Writing writing;

    /**
     * A timeslot as it is wanted.
     *
     * @param start to the second
     * @param end after the start, by 24 hours at most
     * @param lunch whether lunch may be taken in it
     */
    public record Wanted(Instant start, Instant end, Boolean lunch) {

        public static Wanted of(Timeslot timeslot) {
            return new Wanted(timeslot.getStartsAt(), timeslot.getEndsAt(), timeslot.isLunch());
        }
    }

    /**
     * @throws NotFound if there is no such program
     * @throws InvalidInput with every field at fault
     * @throws Taken if the program has this timeslot
     */
    public Timeslot create(String programCode, Wanted wanted) {
        return create(programCode, List.of(wanted), "").get(0);
    }

    /**
     * Creates several at once, such as those of a day.
     *
     * @param wanted from 1 to 200
     * @throws NotFound if there is no such program
     * @throws InvalidInput with every field at fault, such as "[0].end"
     * @throws Taken for the first that the program has already; then none is created
     */
    public List<Timeslot> createAll(String programCode, List<Wanted> wanted) {
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new InvalidInput("count", "There are 1 to " + MOST + " timeslots at once.");
        }
        return create(programCode, wanted, "[%d].");
    }

    private List<Timeslot> create(String programCode, List<Wanted> wanted, String prefix) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var faults = new Faults();
        for (int i = 0; i < wanted.size(); i++) {
            check(wanted.get(i), prefix.formatted(i), faults);
        }
        faults.throwIfAny();
        var locked = seats.lock(program);
        var added = wanted.stream().map(one -> add(program, checked(one))).toList();
        var about = added.size() == 1 ? name(added.get(0)) : added.size() + " timeslots from " + name(added.get(0));
        seats.settle(locked, writing.note("createTimeslots", program, about));
        return added;
    }

    private Timeslot add(Program program, Wanted checked) {
        requireFree(program, checked);
        var timeslot = new Timeslot(program, checked.start(), checked.end(), checked.lunch());
        writing.add(timeslot);
        program.add(timeslot);
        return timeslot;
    }

    /**
     * Changes a timeslot: its times only while no section meets in it, since whoever has such a section would move with it. Without its
     * mark for lunch, who waits may get a seat.
     *
     * @param expected is given the present timeslot, which nobody else changes meanwhile, and throws if it is not as the caller had in mind
     * @throws NotFound if there is no such program, or no such timeslot in it
     * @throws InvalidInput with every field at fault
     * @throws Taken if the program has a timeslot of these times
     * @throws Refused with IN_USE if it is to have other times and sections meet in it
     */
    public Timeslot change(String programCode, long id, Wanted wanted, Consumer<Timeslot> expected) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var faults = new Faults();
        check(wanted, "", faults);
        faults.throwIfAny();
        var checked = checked(wanted);
        var locked = seats.lock(program);
        var timeslot = catalog.getTimeslot(programCode, id);
        expected.accept(timeslot);
        var before = Wanted.of(timeslot);
        var difference = Difference.between(before, checked);
        if (!difference.isEmpty()) {
            var about = name(timeslot) + ": " + difference;
            if (!difference.equals("lunch")) {
                writing.requireUnused(name(timeslot), id, Reference.TO_TIMESLOT);
                requireFree(program, checked);
            }
            timeslot.change(checked.start(), checked.end(), checked.lunch());
            writing.flush();
            seats.settle(locked, writing.note("changeTimeslot", program, about));
        }
        return timeslot;
    }

    /**
     * @param expected as for a change
     * @throws NotFound if there is no such program, or no such timeslot in it
     * @throws Refused with IN_USE if sections meet in it
     */
    public void delete(String programCode, long id, Consumer<Timeslot> expected) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var locked = seats.lock(program);
        var timeslot = catalog.getTimeslot(programCode, id);
        expected.accept(timeslot);
        var name = name(timeslot);
        writing.requireUnused(name, id, Reference.TO_TIMESLOT);
        program.remove(timeslot);
        writing.delete(timeslot, name);
        seats.settle(locked, writing.note("deleteTimeslot", program, name));
    }

    private static void check(Wanted wanted, String prefix, Faults faults) {
        checkTime(prefix + "start", wanted.start(), faults);
        checkTime(prefix + "end", wanted.end(), faults);
        if (wanted.start() != null && wanted.end() != null) {
            var length = Duration.between(wanted.start(), wanted.end());
            if (length.compareTo(Duration.ofSeconds(1)) < 0) {
                faults.add(prefix + "end", "A timeslot ends after it starts.");
            } else if (length.compareTo(LONGEST) > 0) {
                faults.add(prefix + "end", "A timeslot has 24 hours at most.");
            }
        }
        faults.needed(prefix + "lunch", wanted.lunch());
    }

    private static void checkTime(String field, Instant time, Faults faults) {
        faults.needed(field, time);
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            faults.add(field, "A time is from " + FIRST + " to " + LAST + ".");
        }
    }

    private static Wanted checked(Wanted wanted) {
        return new Wanted(wanted.start().truncatedTo(ChronoUnit.SECONDS), wanted.end().truncatedTo(ChronoUnit.SECONDS), wanted.lunch());
    }

    private void requireFree(Program program, Wanted wanted) {
        if (catalog.timeslots(program.getCode()).stream()
                .anyMatch(other -> other.getStartsAt().equals(wanted.start()) && other.getEndsAt().equals(wanted.end()))) {
            throw new Taken("start", "There is a timeslot " + name(wanted.start(), wanted.end(), program.zone()) + " already.");
        }
    }

    private static String name(Timeslot timeslot) {
        return name(timeslot.getStartsAt(), timeslot.getEndsAt(), timeslot.getProgram().zone());
    }

    private static String name(Instant start, Instant end, ZoneId zone) {
        return TIME.format(start.atZone(zone)) + " to " + TIME.format(end.atZone(zone)).substring(TIME.format(end.atZone(zone)).length() - 5);
    }
}
