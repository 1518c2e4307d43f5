package org.classreg.catalog;

import static org.classreg.people.Role.ADMIN_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;

/** What staff set for programs. */
@Stateless
@RolesAllowed(ADMIN_ROLE)
public class Programs {

    @Inject
    Catalog catalog;

    @Inject
    Locks locks;

    /** @throws NotFound if no program has this code */
    public ProgramSettings settings(String programCode) {
        return catalog.getProgram(programCode).settings();
    }

    /**
     * Replaces the settings of a program as a whole, and works out the capacity of its sections again. Who is enrolled stays: a section
     * that becomes too small is overbooked until enough have left.
     *
     * @throws NotFound if no program has this code
     * @throws InvalidInput with every setting out of its range
     */
    public ProgramSettings configure(String programCode, ProgramSettings settings) {
        settings.requireValid();
        var program = catalog.getProgram(programCode);
        program.configure(settings);
        var sections = catalog.sections(programCode);
        locks.sections(sections);
        sections.forEach(ClassSection::resize);
        return program.settings();
    }
}
