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
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.operations.Journal;
import org.classreg.security.Caller;
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
    Seating seating;

    @Inject
    Journal journal;

    /** @throws NotFound if no program has this code */
    public ProgramSettings settings(String programCode) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        return program.settings();
    }

    /**
     * Replaces the settings of a program as a whole, and works out the capacity of its sections again. Who is enrolled stays: a section
     * that becomes too small is overbooked until enough have left. Seats that become free go to who waits for them.
     *
     * @throws NotFound if no program has this code
     * @throws InvalidInput with every setting out of its range
     */
    public ProgramSettings configure(String programCode, ProgramSettings settings) {
        settings.requireValid();
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var sections = catalog.sections(programCode);
        seating.lock(List.of(), sections);
        program.configure(settings);
        sections.forEach(ClassSection::resize);
        var at = clock.instant();
        var operation = journal.begin("configure", at).in(program);
        seating.fill(sections, at, operation);
        journal.close(operation);
        return program.settings();
    }
}
