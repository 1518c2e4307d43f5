package org.classreg.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.registration.OverrideKind;
import org.classreg.registration.Overrides;
import org.classreg.registration.RegistrationRows;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;
import org.classreg.registration.Seats;
import org.classreg.registration.StudentRegistration;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;
import org.classreg.transactions.Chunks;

/** Puts those in line who asked by priority for sections that a plan does not give them. */
@Dependent
public class PlanWaitlist {

    @Inject
    EntityManager em;

    @Inject
    RegistrationTypes types;

    @Inject
    RegistrationRows rows;

    /** A section that somebody asked for, where and when it was the student's turn in the draw. */
    private record Wish(Long student, Long section, int rank, int place) {
    }

    /**
     * Gives places in line for full sections, by rank and then by place in the draw; the wishes stay. What it needs must be locked.
     *
     * @param operation that converts the plan, with the seats in {@code held} written
     * @param people by key
     * @param sections of the program, by key
     * @param places in the draw, by student
     * @return how many places were given
     */
    int join(Operation operation, Program program, Map<Long, Person> people, Map<Long, ClassSection> sections, Seats held,
            Map<Long, Integer> places) {
        var type = types.getByName(RegistrationType.WAITLIST);
        var overrides = Overrides.of(em, people.values(), operation.getPerformedAt());
        var joined = new ArrayList<StudentRegistration>();
        for (var wish : wishes(operation, program, places)) {
            var student = people.get(wish.student);
            var section = sections.get(wish.section);
            if (mayWait(student, section, held, overrides, operation)) {
                joined.add(new StudentRegistration(student, section, type, operation.getPerformedAt(), operation).inLineAt(section.nextPlace()));
            }
        }
        rows.write(joined);
        return joined.size();
    }

    private boolean mayWait(Person student, ClassSection section, Seats held, Overrides overrides, Operation operation) {
        var at = operation.getPerformedAt();
        var objections = Rules.PLACE.objections(new Addition(student, section, held.schedule(student, section), at, cap -> 0));
        if (objections.stream().anyMatch(objection -> !objection.code().equals(OverrideKind.GRADE.rule()))) {
            return false;
        }
        return overrides.without(objections, student, section).isEmpty();
    }

    /** Each section of a student once, with its best rank. */
    private Collection<Wish> wishes(Operation operation, Program program, Map<Long, Integer> places) {
        var wishes = new ArrayList<Wish>();
        for (var chunk : Chunks.of(places.keySet().stream().sorted().toList())) {
            var taken = new HashSet<List<Object>>();
            places(chunk, program).forEach(row -> taken.add(List.of(row[0], row[1])));
            em.createNamedQuery(StudentRegistration.ASKED, Object[].class)
                    .setParameter("ids", chunk).setParameter("program", program).setParameter("at", operation.getPerformedAt())
                    .setFlushMode(FlushModeType.COMMIT)
                    .getResultStream()
                    .filter(row -> RegistrationType.rank((String) row[2]) > 0)
                    .map(row -> new Wish((Long) row[0], (Long) row[1], RegistrationType.rank((String) row[2]), places.get((Long) row[0])))
                    .sorted(Comparator.comparing(Wish::rank))
                    .filter(wish -> taken.add(List.of(wish.student, wish.section)))
                    .forEach(wishes::add);
        }
        wishes.sort(Comparator.comparing(Wish::rank).thenComparing(Wish::place).thenComparing(Wish::section));
        return wishes;
    }

    /** Where students wait now, as keys: student, section, own. */
    private Stream<Object[]> places(List<Long> students, Program program) {
        return em.createNamedQuery(StudentRegistration.PLACES_IN_LINE, Object[].class)
                .setParameter("ids", students).setParameter("program", program).setFlushMode(FlushModeType.COMMIT).getResultStream();
    }
}
