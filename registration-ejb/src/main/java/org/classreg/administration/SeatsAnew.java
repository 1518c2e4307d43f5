package org.classreg.administration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;
import org.classreg.operations.Operation;
import org.classreg.registration.Seating;
import org.classreg.transactions.Busy;

/** Changes what seats depend on: all sections of a program are locked before, and what is free is given to who waits after. */
@Dependent
public class SeatsAnew {

    @Inject
    EntityManager em;

    @Inject
    Catalog catalog;

    @Inject
    Locks locks;

    @Inject
    Seating seating;

    /**
     * What is locked.
     *
     * @param sections all of the program
     * @param lines the sections for which somebody may get a seat
     */
    record Locked(List<ClassSection> sections, Set<ClassSection> lines) {
    }

    /**
     * Locks all sections of a program, then the program, which keeps others from adding sections; and reads again what their capacities
     * and rules follow from.
     *
     * @throws Busy if a section has been added meanwhile
     */
    Locked lock(Program program) {
        var sections = catalog.sections(program.getCode());
        var lines = seating.lock(List.of(), sections);
        locks.program(program);
        if (catalog.sections(program.getCode()).size() != sections.size()) {
            throw new Busy();
        }
        readAgain(ClassSubject.OF_PROGRAM, program);
        readAgain(Room.OF_PROGRAM, program);
        readAgain(Timeslot.OF_PROGRAM, program);
        return new Locked(sections, lines);
    }

    private void readAgain(String query, Program program) {
        em.createNamedQuery(query).setParameter("program", program).setHint("eclipselink.refresh", "true").getResultList();
    }

    /** Works the capacities out again and gives out what is free. Who is enrolled stays. */
    void settle(Locked locked, Operation operation) {
        locked.sections().forEach(ClassSection::resize);
        fill(locked.lines(), operation);
    }

    void fill(Collection<ClassSection> lines, Operation operation) {
        em.flush();
        seating.fill(lines, operation.getPerformedAt(), operation);
    }
}
