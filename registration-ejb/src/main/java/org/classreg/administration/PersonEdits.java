package org.classreg.administration;

import static org.classreg.people.Role.ADMIN_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.registration.Seating;
import org.classreg.registration.StudentRegistration;
import org.classreg.security.Accounts;
import org.classreg.transactions.Busy;
import org.classreg.transactions.Retried;

/** Creates, changes and deletes people. There is always an administrator left who can sign in. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(ADMIN_ROLE)
public class PersonEdits {

    private static final int LONGEST_USERNAME = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 320;
    private static final int FIRST_GRADE = -2;
    private static final int LAST_GRADE = 30;
    private static final int MOST_SECTIONS = 1_000;
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    /** What a person is as such; other roles are given for single programs. */
    private static final Map<String, Role> ROLES = Stream.of(Role.values()).filter(role -> !role.isOfProgram())
            .collect(Collectors.toMap(Role::roleName, Function.identity()));

    @Inject
    EntityManager em;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    Seating seating;

    @Inject
    SeatsAnew seats;

    @Inject
    Writing writing;

    /**
     * A person as wanted.
     *
     * @param username by which the person goes: 1 to 100 letters, digits and . _ @ + -; it stays
     * @param givenName from 1 to 200 characters
     * @param familyName at most 200 characters; null for none
     * @param email null for none
     * @param grade from -2 to 30; null when unknown
     * @param maxSections how many sections the student wants to keep in a program, from 0; null for no limit
     * @param enabled whether the person may sign in
     * @param roles some of admin, teacher and student
     */
    public record Wanted(String username, String givenName, String familyName, String email, Integer grade, Integer maxSections,
            Boolean enabled, Set<String> roles) {

        public static Wanted of(Person person) {
            return new Wanted(person.getUsername(), person.getGivenName(), person.getFamilyName(), person.getEmail(), person.getGrade(),
                    person.getMaxSections(), person.isEnabled(),
                    person.getRoles().stream().map(Role::roleName).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /**
     * Creates a person, who can sign in once there is a password.
     *
     * @throws InvalidInput with every field at fault
     * @throws Taken if somebody has this username
     */
    public Person create(Wanted wanted) {
        var faults = new Faults();
        var username = faults.name("username", wanted.username(), LONGEST_USERNAME, USERNAME, "a name of letters, digits and . _ @ + -");
        var checked = check(username, wanted, faults);
        if (people.findByUsername(username).isPresent()) {
            throw new Taken("username", "The username \"" + username + "\" is that of another person.");
        }
        var person = new Person(username, checked.givenName(), checked.familyName());
        write(checked, person);
        writing.add(person);
        writing.note("createPerson", username);
        return person;
    }

    /**
     * Changes a person. Who is enrolled stays so; whoever waits and may now have a seat gets it.
     *
     * @param expected is given the present person, whom nobody else changes meanwhile, and throws if not as the caller had in mind
     * @throws NotFound if nobody has this username
     * @throws InvalidInput with every field at fault
     * @throws Refused with LAST_ADMINISTRATOR if nobody would be left who can sign in as administrator
     */
    public Person change(String username, Wanted wanted, Consumer<Person> expected) {
        var person = people.getByUsername(username);
        var faults = new Faults();
        faults.same("username", wanted.username(), username);
        faults.needed("enabled", wanted.enabled());
        var checked = check(username, wanted, faults);
        var administrators = accounts.administrators();
        var lines = lock(person, administrators);
        expected.accept(person);
        if (!(checked.enabled() && checked.roles().contains(Role.ADMIN_ROLE))) {
            requireAnotherAdministrator(person, administrators);
        }
        var difference = Difference.between(Wanted.of(person), checked);
        if (!difference.isEmpty()) {
            write(checked, person);
            seats.fill(lines, writing.note("changePerson", username + ": " + difference));
        }
        return person;
    }

    /**
     * Deletes a person who never had to do with anything, and the account.
     *
     * @param expected as for a change
     * @throws NotFound if nobody has this username
     * @throws Refused with IN_USE for each kind of what refers to the person: disable the person instead; with LAST_ADMINISTRATOR as for
     * a change
     */
    public void delete(String username, Consumer<Person> expected) {
        var person = people.getByUsername(username);
        var administrators = accounts.administrators();
        lock(person, administrators);
        expected.accept(person);
        requireAnotherAdministrator(person, administrators);
        writing.requireUnused(username, person.getId(), Reference.TO_PERSON);
        writing.clear(person.getId(), "delete from access_token where person_id = ?1", "delete from account where person_id = ?1",
                "delete from calendar_feed where student_id = ?1");
        writing.delete(person, username);
        writing.note("deletePerson", username);
    }

    /**
     * Locks the person, and all administrators if the person is one: of two who shut each other out, one is refused.
     *
     * @return the sections in which somebody may get a seat by the change
     */
    private Collection<ClassSection> lock(Person person, List<Person> administrators) {
        var isAdministrator = administrators.contains(person);
        var lines = seating.lock(isAdministrator ? Stream.concat(Stream.of(person), administrators.stream()).toList() : List.of(person),
                em.createNamedQuery(StudentRegistration.PLACES_OF_STUDENT, ClassSection.class).setParameter("student", person).getResultList());
        if (!isAdministrator && accounts.administrators().contains(person)) {
            throw new Busy();
        }
        return lines;
    }

    private static void requireAnotherAdministrator(Person person, List<Person> administrators) {
        if (administrators.contains(person)
                && administrators.stream().noneMatch(other -> !other.equals(person) && other.isEnabled() && other.is(Role.ADMIN))) {
            throw new Refused("LAST_ADMINISTRATOR", person.getUsername() + " is the last who can sign in as administrator.");
        }
    }

    private static Wanted check(String username, Wanted wanted, Faults faults) {
        var givenName = faults.text("givenName", wanted.givenName(), LONGEST_NAME);
        var familyName = faults.textOrNull("familyName", wanted.familyName(), LONGEST_NAME);
        var email = faults.textOrNull("email", wanted.email(), LONGEST_EMAIL);
        if (email != null && !EMAIL.matcher(email).matches()) {
            faults.add("email", "\"" + email + "\" is no e-mail address.");
        }
        faults.range("grade", wanted.grade(), FIRST_GRADE, LAST_GRADE);
        faults.range("maxSections", wanted.maxSections(), 0, MOST_SECTIONS);
        faults.needed("roles", wanted.roles());
        if (wanted.roles() != null && !ROLES.keySet().containsAll(wanted.roles())) {
            faults.add("roles", "The roles of a person are admin, teacher and student.");
        }
        faults.throwIfAny();
        return new Wanted(username, givenName, familyName == null ? "" : familyName, email, wanted.grade(), wanted.maxSections(),
                wanted.enabled() == null || wanted.enabled(), new TreeSet<>(wanted.roles()));
    }

    private static void write(Wanted checked, Person person) {
        person.rename(checked.givenName(), checked.familyName());
        person.setEmail(checked.email());
        person.setGrade(checked.grade());
        person.setMaxSections(checked.maxSections());
        person.setEnabled(checked.enabled());
        person.become(checked.roles().stream().map(ROLES::get).collect(Collectors.toSet()));
    }
}
