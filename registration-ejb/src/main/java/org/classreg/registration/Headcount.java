package org.classreg.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.function.ToLongFunction;
import org.classreg.catalog.Locks;
import org.classreg.catalog.ProgramCap;

/** Counts the students of a program who fall under a cap of it. */
@Dependent
public class Headcount {

    /** Lower and higher than any grade. */
    private static final int NO_GRADE = 1_000;

    @Inject
    EntityManager em;

    @Inject
    Locks locks;

    /** As of an instant, without a lock. */
    public ToLongFunction<ProgramCap> at(Instant at) {
        return cap -> count(cap, at);
    }

    /** The same, with the cap locked until the transaction ends: nobody else comes in meanwhile. Only after students and sections. */
    public ToLongFunction<ProgramCap> locked(Instant at) {
        return cap -> {
            locks.cap(cap);
            return count(cap, at);
        };
    }

    private long count(ProgramCap cap, Instant at) {
        if (cap.isForAll()) {
            return em.createNamedQuery(StudentRegistration.PARTICIPANTS, Long.class)
                    .setParameter("program", cap.getProgram())
                    .setParameter("at", at)
                    .getSingleResult();
        }
        return em.createNamedQuery(StudentRegistration.PARTICIPANTS_OF_GRADES, Long.class)
                .setParameter("program", cap.getProgram())
                .setParameter("first", cap.getGradeMin() == null ? -NO_GRADE : cap.getGradeMin())
                .setParameter("last", cap.getGradeMax() == null ? NO_GRADE : cap.getGradeMax())
                .setParameter("at", at)
                .getSingleResult();
    }
}
