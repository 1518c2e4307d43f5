package org.classreg.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.classreg.catalog.Program;
import org.classreg.errors.Forbidden;
import org.classreg.security.Caller;

/**
 * Who runs a program: for them alone is the work of its pages. The boundaries enforce the same for what is done there. Pages that outlive a request
 * can keep this, but not the caller.
 */
@ApplicationScoped
public class Staff {

    @Inject
    Caller caller;

    /** @throws Forbidden unless the caller runs the program */
    public void require(Program program) {
        caller.requireStaff(program);
    }
}
