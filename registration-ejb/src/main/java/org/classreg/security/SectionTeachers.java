package org.classreg.security;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;
import static org.classreg.people.Role.TEACHER_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.NotFound;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.transactions.Retried;

/** Who teaches a section. The staff of its program say so. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class SectionTeachers {

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
    Event<Administered> administered;

    @Inject
    Locks locks;

    /**
     * The teachers of a section, by name.
     *
     * @throws NotFound if there is no such section
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE, TEACHER_ROLE})
    public List<SectionTeacher> of(SectionId id) {
        var section = catalog.getSection(id);
        caller.requireTeacherOf(section);
        return standing(section);
    }

    /** The codes of the sections of a program that the caller teaches. */
    @RolesAllowed(TEACHER_ROLE)
    public List<String> ownSections(String programCode) {
        return em.createNamedQuery(SectionTeacher.SECTIONS_OF_PERSON, String.class)
                .setParameter("program", programCode).setParameter("username", caller.name()).getResultList();
    }

    /** The programs in which the caller teaches a section. */
    @RolesAllowed(TEACHER_ROLE)
    public List<String> ownPrograms() {
        return em.createNamedQuery(SectionTeacher.PROGRAMS_OF_PERSON, String.class).setParameter("username", caller.name()).getResultList();
    }

    /**
     * Replaces the teachers of a section as a whole. It counts from their next request on.
     *
     * @param usernames one that stands twice counts once
     * @param expected is given the present teachers, which nobody else changes until these are written, and throws if they are not those
     * that the caller had in mind
     * @return the teachers, by name
     * @throws NotFound if there is no such section
     * @throws InvalidInput with every entry that names nobody
     */
    public List<SectionTeacher> replace(SectionId id, List<String> usernames, Consumer<List<SectionTeacher>> expected) {
        var section = catalog.getSection(id);
        caller.requireStaff(section.getProgram());
        var wanted = resolve(usernames);
        locks.settle(section);
        var standing = standing(section);
        expected.accept(standing);
        var now = clock.instant();
        var leaving = standing.stream().filter(teacher -> !wanted.contains(teacher.getPerson())).toList();
        leaving.forEach(teacher -> teacher.revoke(caller.name(), now));
        var coming = wanted.stream().filter(person -> standing.stream().noneMatch(teacher -> teacher.getPerson().equals(person))).toList();
        coming.forEach(person -> em.persist(new SectionTeacher(person, section, caller.name(), now)));
        em.flush();
        note(section, coming, leaving.stream().map(SectionTeacher::getPerson).toList());
        return standing(section);
    }

    private void note(ClassSection section, List<Person> coming, List<Person> leaving) {
        if (!coming.isEmpty() || !leaving.isEmpty()) {
            var changes = Stream.of(words("added", coming), words("removed", leaving)).flatMap(Optional::stream).collect(Collectors.joining("; "));
            administered.fire(new Administered("changeTeachers", section.getProgram(), section.getCode() + ": " + changes));
        }
    }

    private static Optional<String> words(String what, List<Person> people) {
        return people.isEmpty() ? Optional.empty()
                : Optional.of(people.stream().map(Person::getUsername).collect(Collectors.joining(", ", what + " ", "")));
    }

    private List<Person> resolve(List<String> usernames) {
        var faults = new ArrayList<Fault>();
        var found = new ArrayList<Person>();
        for (int i = 0; i < usernames.size(); i++) {
            var username = usernames.get(i);
            var field = "[" + i + "]";
            people.findByUsername(username).ifPresentOrElse(found::add, () -> faults.add(new Fault(field, "There is no person \"" + username + "\".")));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return found.stream().distinct().toList();
    }

    private List<SectionTeacher> standing(ClassSection section) {
        return em.createNamedQuery(SectionTeacher.OF_SECTION, SectionTeacher.class).setParameter("section", section).getResultList();
    }
}
