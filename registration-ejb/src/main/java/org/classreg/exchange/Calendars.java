package org.classreg.exchange;

import static org.classreg.people.Role.SIGNED_IN;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.errors.NotFound;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.registration.StudentRegistration;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Students' schedules as calendars to subscribe to, each at a secret address of its own. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(SIGNED_IN)
public class Calendars {

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
    Locks locks;

    /**
     * Opens a student's calendar of a program at a new address; the old one, if there was one, leads nowhere from now on.
     *
     * @return what the address is made of; it cannot be had again
     * @throws NotFound if there is no such program or person
     */
    public CalendarToken open(String programCode, String username) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        locks.students(List.of(student));
        var feed = find(student, program).orElseGet(() -> {
            var added = new CalendarFeed(student, program);
            em.persist(added);
            return added;
        });
        var token = CalendarToken.draw();
        feed.open(token);
        return token;
    }

    /**
     * Closes a student's calendar: its address leads nowhere from now on. Without one nothing changes.
     *
     * @throws NotFound if there is no such program or person
     */
    public void close(String programCode, String username) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        locks.students(List.of(student));
        find(student, program).ifPresent(feed -> feed.open(null));
    }

    private Optional<CalendarFeed> find(Person student, Program program) {
        return em.createNamedQuery(CalendarFeed.OF_STUDENT, CalendarFeed.class)
                .setParameter("student", student)
                .setParameter("program", program)
                .getResultStream().findFirst();
    }

    /**
     * The calendar at an address, for whoever knows the address.
     *
     * @return iCalendar; empty if no open calendar of a person who may sign in has this token
     */
    @PermitAll
    public Optional<String> read(CalendarToken token) {
        return em.createNamedQuery(CalendarFeed.BY_TOKEN, CalendarFeed.class)
                .setParameter("hash", token.hash())
                .getResultStream().findFirst()
                .filter(feed -> feed.getStudent().isEnabled())
                .map(this::upToDate);
    }

    /** Two readers at once would both tell the same change, so one waits for the other. */
    private String upToDate(CalendarFeed feed) {
        em.refresh(feed, LockModeType.PESSIMISTIC_WRITE);
        feed.update(schedule(feed), clock.instant());
        return new ICalendarText(feed).write();
    }

    private List<ClassSection> schedule(CalendarFeed feed) {
        return em.createNamedQuery(StudentRegistration.SECTIONS_OF_STUDENT, ClassSection.class)
                .setParameter("student", feed.getStudent())
                .setParameter("program", feed.getProgram())
                .setParameter("at", clock.instant())
                .getResultStream().filter(section -> !section.isCancelled()).toList();
    }
}
