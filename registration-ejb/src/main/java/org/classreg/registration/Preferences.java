package org.classreg.registration;

import static org.classreg.people.Role.SIGNED_IN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.rules.Addition;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** What students ask for, before the lottery. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(SIGNED_IN)
public class Preferences {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    People people;

    @Inject
    RegistrationTypes types;

    @Inject
    Locks locks;

    @Inject
    Journal journal;

    /**
     * The preferences of a student, by section.
     *
     * @throws NotFound if there is no such program or person
     */
    public List<StudentRegistration> of(String programCode, String username) {
        return of(programCode, username, clock.instant());
    }

    /** The same as of an instant. */
    public List<StudentRegistration> of(String programCode, String username, Instant at) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        locks.settle(student);
        return valid(student, program, at);
    }

    /** Replaces the preferences of a student, whatever they are now: see {@link #rank(String, String, List, Consumer)}. */
    public List<StudentRegistration> rank(String programCode, String username, List<Preference> wanted) {
        return rank(programCode, username, wanted, present -> { });
    }

    /**
     * Replaces the preferences of a student as a whole: what is not in the list ends, what is new in it starts, the rest stays.
     * Several sections may have the same rank.
     *
     * @param expected is given the present preferences, which nobody else changes until these are written, and throws if they are not
     * those that the caller had in mind
     * @return the preferences as they are now, by section
     * @throws NotFound if there is no such program or person
     * @throws InvalidInput with every entry that names no section of the program or no type of preference, or stands twice
     * @throws Refused with every reason against an entry that is new
     */
    public List<StudentRegistration> rank(String programCode, String username, List<Preference> wanted,
            Consumer<List<StudentRegistration>> expected) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        var wishes = resolve(program, wanted);

        locks.students(List.of(student));
        locks.shareSections(Stream.concat(valid(student, program).stream().map(StudentRegistration::getSection),
                wishes.stream().map(Wish::section)).toList());
        var current = valid(student, program);
        expected.accept(current);
        var kept = current.stream().map(Wish::of).filter(wishes::contains).collect(Collectors.toSet());
        var added = wishes.stream().filter(wish -> !kept.contains(wish)).toList();
        var at = clock.instant();
        requireAllowed(student, added, wishes, at);
        added.stream().map(Wish::type).filter(type -> !type.isBuiltIn()).map(RegistrationType::getId).distinct().sorted().forEach(locks::shareType);
        if (kept.size() < current.size() || !added.isEmpty()) {
            var operation = journal.begin("rank", at).in(program).onBehalfOf(student);
            current.stream().filter(row -> !kept.contains(Wish.of(row))).forEach(row -> row.expire(at, operation));
            added.forEach(wish -> em.persist(new StudentRegistration(student, wish.section(), wish.type(), at, operation)));
        }
        em.flush();
        return valid(student, program);
    }

    private record Wish(ClassSection section, RegistrationType type) {

        static Wish of(StudentRegistration row) {
            return new Wish(row.getSection(), row.getType());
        }
    }

    private List<Wish> resolve(Program program, List<Preference> wanted) {
        Map<String, ClassSection> sections = catalog.sections(program.getCode()).stream()
                .collect(Collectors.toMap(ClassSection::getCode, Function.identity()));
        Map<String, RegistrationType> preferenceTypes = types.all().stream().filter(RegistrationType::isPreference)
                .collect(Collectors.toMap(RegistrationType::getName, Function.identity()));
        var faults = new ArrayList<Fault>();
        Set<Preference> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            var preference = wanted.get(i);
            if (!sections.containsKey(preference.section())) {
                faults.add(new Fault("[" + i + "].section", "There is no section \"" + preference.section() + "\" in " + program.getCode() + "."));
            }
            if (!preferenceTypes.containsKey(preference.type())) {
                faults.add(new Fault("[" + i + "].type", "\"" + preference.type() + "\" is not a type of preference."));
            }
            if (!seen.add(preference)) {
                faults.add(new Fault("[" + i + "]", "This preference stands twice."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return wanted.stream().map(it -> new Wish(sections.get(it.section()), preferenceTypes.get(it.type()))).toList();
    }

    private void requireAllowed(Person student, List<Wish> added, List<Wish> wishes, Instant at) {
        var overrides = Overrides.of(em, List.of(student), at);
        var ranked = wishes.stream().filter(wish -> wish.type().rank() > 0).map(Wish::section).distinct().toList();
        var objections = added.stream()
                .flatMap(wish -> overrides.without(wish.type().rules().objections(new Addition(student, wish.section(), at).ranked(
                        wish.type().rank(), ranked.stream().filter(other -> !other.equals(wish.section())).toList())),
                        student, wish.section()).stream())
                .distinct()
                .toList();
        if (!objections.isEmpty()) {
            throw new Refused(objections);
        }
    }

    private List<StudentRegistration> valid(Person student, Program program) {
        return valid(student, program, clock.instant());
    }

    private List<StudentRegistration> valid(Person student, Program program, Instant at) {
        return em.createNamedQuery(StudentRegistration.VALID_FOR_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("program", program)
                .setParameter("at", at)
                .getResultStream()
                .filter(valid -> valid.getType().isPreference())
                .toList();
    }
}
