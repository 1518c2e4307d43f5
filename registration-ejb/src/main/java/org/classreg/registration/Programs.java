package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.operations.Journal;
import org.classreg.security.Caller;
import org.classreg.transactions.Busy;
import org.classreg.transactions.Retried;

/** What staff set for programs. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class Programs {

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    Clock clock;

    @Inject
    Locks locks;

    @Inject
    Seating seating;

    @Inject
    Journal journal;

    /** @throws NotFound if no program has this code */
    public ProgramSettings settings(String programCode) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        return program.settings();
    }

    /** Replaces the settings of a program, whatever they are now: see {@link #configure(String, ProgramSettings, Consumer)}. */
    public ProgramSettings configure(String programCode, ProgramSettings settings) {
        return configure(programCode, settings, present -> { });
    }

    /**
     * Replaces the settings of a program as a whole, and works out the capacity of its sections again. Who is enrolled stays: a section
     * that becomes too small is overbooked until enough have left. Seats that become free go to who waits for them.
     *
     * @param expected is given the present settings, which nobody else changes until these are written, and throws if they are not
     * those that the caller had in mind
     * @throws NotFound if no program has this code
     * @throws InvalidInput with every setting out of its range
     */
    public ProgramSettings configure(String programCode, ProgramSettings settings, Consumer<ProgramSettings> expected) {
        settings.requireValid();
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var present = program.settings();
        var sections = catalog.sections(programCode);
        seating.lock(List.of(), sections);
        locks.program(program);
        if (!program.settings().equals(present)) {
            throw new Busy();
        }
        expected.accept(present);
        program.configure(settings);
        sections.forEach(ClassSection::resize);
        var at = clock.instant();
        var operation = journal.begin("configure", at).in(program);
        seating.fill(sections, at, operation);
        journal.close(operation);
        return program.settings();
    }
}
