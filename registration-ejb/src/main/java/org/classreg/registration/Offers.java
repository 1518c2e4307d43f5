package org.classreg.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassSection;
import org.classreg.operations.Journal;
import org.classreg.operations.Operation;
import org.classreg.transactions.Retried;

/** Ends the offers whose time is over, and passes their seats on. No caller can do more with it than time does by itself. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@PermitAll
public class Offers {

    private static final String OFFICE = "registration-office";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Seating seating;

    @Inject
    Journal journal;

    /**
     * Ends every offer that has lapsed, in one operation of the office itself for each program. Several nodes may do this at the same time.
     *
     * @return how many ended
     */
    public int lapse() {
        var due = lapsed();
        if (due.isEmpty()) {
            return 0;
        }
        var students = due.stream().map(StudentRegistration::getStudent).distinct().toList();
        var sections = due.stream().map(StudentRegistration::getSection).distinct().toList();
        var freed = seating.lock(students, sections);
        var standing = lapsed().stream().filter(offer -> students.contains(offer.getStudent()) && sections.contains(offer.getSection())).toList();
        var at = clock.instant();
        freed.stream().collect(Collectors.groupingBy(ClassSection::getProgram)).forEach((program, sectionsOfProgram) -> {
            var operation = journal.begin(new Operation("lapse", OFFICE, null, at).in(program));
            standing.stream().filter(offer -> offer.getSection().getProgram().equals(program)).forEach(offer -> offer.expire(at, operation));
            seating.fill(sectionsOfProgram, at, operation);
            journal.close(operation);
        });
        return standing.size();
    }

    private List<StudentRegistration> lapsed() {
        return em.createNamedQuery(StudentRegistration.LAPSED, StudentRegistration.class).setParameter("at", clock.instant()).getResultList();
    }
}
