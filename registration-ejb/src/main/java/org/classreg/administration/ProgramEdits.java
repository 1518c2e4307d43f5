package org.classreg.administration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Creates, changes and deletes programs. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(ADMIN_ROLE)
public class ProgramEdits {

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_ZONE = 60;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final String SECTIONS = "(select id from class_section where program_id = ?1)";

    /** What a program has; the journal keeps its entries. */
    private static final String[] PARTS = {
        "update operation set program_id = null where program_id = ?1",
        "delete from program_role where program_id = ?1",
        "delete from section_teacher where section_id in " + SECTIONS,
        "delete from section_change where section_id in " + SECTIONS,
        "delete from meeting_room where meeting_id in (select id from meeting where section_id in " + SECTIONS + ")",
        "delete from meeting where section_id in " + SECTIONS,
        "delete from class_section where program_id = ?1",
        "delete from class_subject where program_id = ?1",
        "delete from class_category where program_id = ?1",
        "delete from room where program_id = ?1",
        "delete from timeslot where program_id = ?1"};

    @Inject
    Catalog catalog;

    @Inject
    Caller caller;

    @Inject
    Locks locks;

    @Inject
    Writing writing;

    /**
     * A program as it is wanted.
     *
     * @param code by which it goes in addresses: 1 to 100 letters, digits, dots, hyphens and underscores; it stays
     * @param title from 1 to 500 characters
     * @param timeZone such as America/New_York
     * @param startsOn the first day; null when unknown
     * @param endsOn the last day; null when unknown
     */
    public record Wanted(String code, String title, String timeZone, LocalDate startsOn, LocalDate endsOn) {

        public static Wanted of(Program program) {
            return new Wanted(program.getCode(), program.getTitle(), program.zone().getId(), program.getStartsOn(), program.getEndsOn());
        }
    }

    /**
     * Creates a program, with the settings of {@link org.classreg.catalog.ProgramSettings#DEFAULT}.
     *
     * @throws InvalidInput with every field at fault
     * @throws Taken if a program has this code
     */
    public Program create(Wanted wanted) {
        var faults = new Faults();
        var code = faults.name("code", wanted.code(), LONGEST_CODE, CODE, "a code of letters, digits, dots, hyphens and underscores");
        var checked = check(code, wanted, faults);
        if (catalog.findProgram(code).isPresent()) {
            throw new Taken("code", "There is a program \"" + code + "\" already.");
        }
        var program = new Program(code, checked.title(), ZoneId.of(checked.timeZone()));
        write(checked, program);
        writing.add(program);
        writing.note("createProgram", program, code);
        return program;
    }

    /**
     * Changes a program. What it has stays as it is: times are instants, whatever the time zone.
     *
     * @param expected is given the present program, which nobody else changes meanwhile, and throws if it is not as the caller had in mind
     * @throws NotFound if no program has this code
     * @throws InvalidInput with every field at fault
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
    public Program change(String code, Wanted wanted, Consumer<Program> expected) {
        var program = catalog.getProgram(code);
        caller.requireStaff(program);
        var faults = new Faults();
        faults.same("code", wanted.code(), code);
        var checked = check(code, wanted, faults);
        locks.program(program);
        expected.accept(program);
        var difference = Difference.between(Wanted.of(program), checked);
        if (!difference.isEmpty()) {
            write(checked, program);
            writing.note("changeProgram", program, code + ": " + difference);
        }
        return program;
    }

    /**
     * Deletes a program with its settings, classes, sections, timeslots and rooms, if no student ever had to do with it.
     *
     * @param expected as for a change
     * @throws NotFound if no program has this code
     * @throws Refused with IN_USE for each kind of what refers to it
     */
    public void delete(String code, Consumer<Program> expected) {
        var program = catalog.getProgram(code);
        locks.sections(catalog.sections(code));
        locks.program(program);
        expected.accept(program);
        var key = program.getId();
        writing.requireUnused(code, key, Reference.TO_PROGRAM);
        writing.clear(key, PARTS);
        writing.delete(program, code);
        writing.note("deleteProgram", code);
    }

    private static Wanted check(String code, Wanted wanted, Faults faults) {
        var title = faults.text("title", wanted.title(), LONGEST_TITLE);
        var zone = faults.text("timeZone", wanted.timeZone(), LONGEST_ZONE);
        if (zone != null && !isZone(zone)) {
            faults.add("timeZone", "\"" + zone + "\" is no time zone such as America/New_York.");
        }
        checkDay("startsOn", wanted.startsOn(), faults);
        checkDay("endsOn", wanted.endsOn(), faults);
        if (wanted.startsOn() != null && wanted.endsOn() != null && wanted.endsOn().isBefore(wanted.startsOn())) {
            faults.add("endsOn", "The last day is not before the first.");
        }
        faults.throwIfAny();
        return new Wanted(code, title, zone, wanted.startsOn(), wanted.endsOn());
    }

    private static void checkDay(String field, LocalDate day, Faults faults) {
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            faults.add(field, "A day is from " + FIRST_DAY + " to " + LAST_DAY + ".");
        }
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone).getId().equals(zone);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void write(Wanted checked, Program program) {
        program.setTitle(checked.title());
        program.schedule(checked.startsOn(), checked.endsOn(), ZoneId.of(checked.timeZone()));
    }
}
