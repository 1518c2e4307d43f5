package org.classreg.lottery;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lottery.Conversion.NotConverted;
import org.classreg.operations.Journal;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;
import org.classreg.registration.Seating;
import org.classreg.registration.Seats;
import org.classreg.registration.StudentRegistration;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Makes enrollments of preferences. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class Lotteries {

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
    Seating seating;

    @Inject
    Journal journal;

    /**
     * Turns preferences into enrollments, first come first served: type by type in the given order, and in each type in start order,
     * each becomes Enrolled where the section has room and the rules allow, and itself ends. All in one transaction.
     *
     * @param username whose preferences; empty for all students of the program
     * @param typeNames which preferences, in which order; at least one
     * @throws NotFound if there is no such program or person
     * @throws InvalidInput if a type is unknown or no preference
     */
    public Conversion convert(String programCode, Optional<String> username, List<String> typeNames) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        typeNames.forEach(this::requirePreference);
        var student = username.map(people::getByUsername);
        var askers = valid(program, typeNames).map(StudentRegistration::getStudent)
                .filter(asker -> student.filter(one -> !one.equals(asker)).isEmpty())
                .distinct().toList();
        locks.students(askers);
        locks.sections(catalog.sections(programCode));
        program.caps().forEach(locks::cap);
        return convertLocked(program, askers, typeNames, student);
    }

    private Conversion convertLocked(Program program, Collection<Person> askers, List<String> typeNames, Optional<Person> only) {
        var enrolled = types.getByName(RegistrationType.ENROLLED);
        var seats = new Seats(valid(program, RegistrationType.SEATS).toList());
        var converted = new ArrayList<StudentRegistration>();
        var notConverted = new ArrayList<NotConverted>();
        var at = clock.instant();
        var operation = journal.begin("convertLottery", at).in(program);
        only.ifPresent(operation::onBehalfOf);
        var mine = Set.copyOf(askers);
        inTypeOrder(program, typeNames).filter(preference -> mine.contains(preference.getStudent())).forEach(preference -> {
            var schedule = seats.schedule(preference.getStudent(), preference.getSection());
            var objections = Rules.SEAT.objections(new Addition(preference.getStudent(), preference.getSection(), schedule, at, seats::participants));
            if (objections.isEmpty()) {
                preference.expire(at, operation);
                seating.leaveLine(preference.getStudent(), preference.getSection(), at, operation);
                var enrollment = new StudentRegistration(preference.getStudent(), preference.getSection(), enrolled, at, operation);
                converted.add(enrollment);
                seats.add(enrollment);
            } else {
                notConverted.add(new NotConverted(preference, objections));
            }
        });
        converted.forEach(em::persist);
        journal.close(operation);
        return new Conversion(converted, notConverted);
    }

    private Stream<StudentRegistration> inTypeOrder(Program program, List<String> typeNames) {
        return typeNames.stream().flatMap(type -> valid(program, List.of(type)));
    }

    private Stream<StudentRegistration> valid(Program program, List<String> typeNames) {
        return em.createNamedQuery(StudentRegistration.VALID_FOR_PROGRAM, StudentRegistration.class)
                .setParameter("program", program)
                .setParameter("types", typeNames)
                .setParameter("at", clock.instant())
                .getResultStream();
    }

    private void requirePreference(String typeName) {
        if (!types.getByName(typeName).isPreference()) {
            throw new InvalidInput("types", "\"" + typeName + "\" is not a type of preference.");
        }
    }
}
