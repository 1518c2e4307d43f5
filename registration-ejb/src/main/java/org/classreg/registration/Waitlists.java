package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.SIGNED_IN;
import static org.classreg.people.Role.STAFF_ROLE;
import static org.classreg.people.Role.TEACHER_ROLE;
import static org.classreg.time.Expirable.VALID_AT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionId;
import org.classreg.errors.Forbidden;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.lists.Conditions;
import org.classreg.lists.Slice;
import org.classreg.operations.Journal;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/**
 * Who waits for a seat, and the seats that are kept for them. Joining a line is a registration like any other, of type Waitlist; to
 * leave it or to decline an offer is to end that registration.
 */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(SIGNED_IN)
public class Waitlists {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    RegistrationTypes types;

    @Inject
    Locks locks;

    @Inject
    Seating seating;

    @Inject
    Journal journal;

    /**
     * Who waited for a section at an instant, in line.
     *
     * @param first how many to skip, from 0
     * @param limit how many at most, from 1
     * @throws NotFound if there is no such section
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE, TEACHER_ROLE})
    public List<StudentRegistration> line(SectionId id, Instant at, int first, int limit) {
        var section = catalog.getSection(id);
        caller.requireTeacherOf(section);
        locks.settle(section);
        return em.createNamedQuery(StudentRegistration.LINE, StudentRegistration.class)
                .setParameter("section", section)
                .setParameter("at", at)
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * A part of who waited for a section at an instant, in line unless another order is asked for.
     *
     * @param student the only one, by username; null for all
     * @throws NotFound if there is no such section
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE, TEACHER_ROLE})
    public List<StudentRegistration> line(SectionId id, String student, Instant at, Slice slice) {
        var section = catalog.getSection(id);
        caller.requireTeacherOf(section);
        locks.settle(section);
        var query = new Conditions(StudentRegistration.SELECT + " where e.section = :section and t.name = :type and " + VALID_AT)
                .with("type", RegistrationType.WAITLIST)
                .with("section", section)
                .with("at", at)
                .andIf("p.username = :student", "student", student);
        return RegistrationListings.LINE.query(em, StudentRegistration.class, query, slice).getResultList();
    }

    /**
     * Takes an offered seat: the offer becomes an enrollment.
     *
     * @throws NotFound if there is no such registration, or it is not the caller's to see
     * @throws Forbidden if the caller may see it, but not act on it
     * @throws Refused with NOT_OFFERED if it is no offer, OFFER_LAPSED if it came too late
     */
    public StudentRegistration accept(long registrationId) {
        var offer = em.find(StudentRegistration.class, registrationId);
        if (offer == null || !caller.maySee(offer.getStudent(), offer.getSection())) {
            throw new NotFound("registration", registrationId);
        }
        caller.requireMayAct(offer.getStudent(), offer.getSection());
        locks.studentAndSections(offer.getStudent(), offer.getSection());
        em.refresh(offer);
        var at = clock.instant();
        requireStanding(offer, at);
        var operation = journal.begin("accept", at).in(offer.getSection().getProgram()).onBehalfOf(offer.getStudent());
        offer.expire(at, operation);
        em.flush();
        return seating.begin(offer.getStudent(), offer.getSection(), types.getByName(RegistrationType.ENROLLED), at, operation);
    }

    private static void requireStanding(StudentRegistration offer, Instant at) {
        if (!offer.getType().isNamed(RegistrationType.OFFERED)) {
            throw new Refused("NOT_OFFERED", "%s is no offer.".formatted(offer));
        }
        if (offer.hasEnded() || offer.lapsesAt().filter(lapse -> !lapse.isAfter(at)).isPresent()) {
            throw new Refused("OFFER_LAPSED", "The seat in %s is not offered any more.".formatted(offer.getSection().getCode()));
        }
    }
}
