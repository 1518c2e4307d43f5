package org.classreg.administration;

import static org.classreg.people.Role.ADMIN_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.classreg.catalog.Locks;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;
import org.classreg.transactions.Retried;

/** Creates, changes and deletes registration types of the office's own. Those that came with the program stay as they are. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(ADMIN_ROLE)
public class TypeEdits {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ./_-]*[\\p{L}\\p{N}])?");

    @Inject
    EntityManager em;

    @Inject
    RegistrationTypes types;

    @Inject
    Locks locks;

    @Inject
    Writing writing;

    /**
     * A type as it is wanted.
     *
     * @param name 1 to 50 letters, digits, blanks and . / _ -, not beginning with "Priority/"; it stays
     * @param description from 1 to 500 characters
     * @param preference whether it is a wish of the student, of which a lottery makes enrollments
     * @param takesSeat false: seats are taken by Enrolled and Offered alone
     */
    public record Wanted(String name, String description, Boolean preference, Boolean takesSeat) {

        public static Wanted of(RegistrationType type) {
            return new Wanted(type.getName(), type.getDescription(), type.isPreference(), type.takesSeat());
        }
    }

    /**
     * @throws InvalidInput with every field at fault
     * @throws Taken if there is a type of this name
     */
    public RegistrationType create(Wanted wanted) {
        var faults = new Faults();
        var name = faults.name("name", wanted.name(), LONGEST_NAME, NAME, "a name of letters, digits, blanks and . / _ -");
        if (name != null && name.startsWith(RegistrationType.PRIORITY)) {
            faults.add("name", "Choices by priority are built in.");
        }
        var checked = check(name, wanted, faults);
        if (types.find(name).isPresent()) {
            throw new Taken("name", "There is a registration type \"" + name + "\" already.");
        }
        var type = new RegistrationType(name, checked.description(), checked.preference());
        writing.add(type);
        writing.note("createType", name);
        return type;
    }

    /**
     * Changes a type; whether it is a preference, only while there is no registration of it.
     *
     * @param expected is given the present type, which nobody else changes meanwhile, and throws if it is not as the caller had in mind
     * @throws NotFound if there is no type of this name
     * @throws InvalidInput with every field at fault
     * @throws Refused with BUILT_IN if it came with the program, with IN_USE if it would be another thing to those who have it
     */
    public RegistrationType change(String name, Wanted wanted, Consumer<RegistrationType> expected) {
        var faults = new Faults();
        faults.same("name", wanted.name(), name);
        faults.needed("preference", wanted.preference());
        var checked = check(name, wanted, faults);
        var type = lock(name);
        expected.accept(type);
        if (checked.preference() != type.isPreference()) {
            writing.requireUnused(name, type.getId(), Reference.TO_TYPE);
        }
        var difference = Difference.between(Wanted.of(type), checked);
        if (!difference.isEmpty()) {
            type.describe(checked.description(), checked.preference());
            writing.note("changeType", name + ": " + difference);
        }
        return type;
    }

    /**
     * @param expected as for a change
     * @throws NotFound if there is no type of this name
     * @throws Refused with BUILT_IN if it came with the program, with IN_USE if there are registrations of it
     */
    public void delete(String name, Consumer<RegistrationType> expected) {
        var type = lock(name);
        expected.accept(type);
        writing.requireUnused(name, type.getId(), Reference.TO_TYPE);
        writing.delete(type, name);
        writing.note("deleteType", name);
    }

    private RegistrationType lock(String name) {
        var type = types.get(name);
        if (type.isBuiltIn()) {
            throw new Refused("BUILT_IN", name + " came with the program and stays as it is.");
        }
        locks.type(type.getId());
        em.refresh(type);
        return type;
    }

    private static Wanted check(String name, Wanted wanted, Faults faults) {
        var description = faults.text("description", wanted.description(), LONGEST_DESCRIPTION);
        if (Boolean.TRUE.equals(wanted.takesSeat())) {
            faults.add("takesSeat", "Seats are taken by Enrolled and Offered alone.");
        }
        faults.throwIfAny();
        return new Wanted(name, description, Boolean.TRUE.equals(wanted.preference()), false);
    }
}
