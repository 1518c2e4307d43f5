package org.classreg.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Program;
import org.classreg.errors.Forbidden;
import org.classreg.security.Caller;

/** Who runs a program: for them alone is the work of its pages. The boundaries enforce the same for what is done there. */
@Named
@ApplicationScoped
public class Staff {

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    /** Whether the caller runs the program. */
    public boolean runs(String program) {
        return catalog.findProgram(program).map(caller::isStaff).orElse(false);
    }

    /** @throws Forbidden unless the caller runs the program */
    public void require(Program program) {
        caller.requireStaff(program);
    }
}
