package org.classreg.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lists.Conditions;
import org.classreg.lists.Listing;
import org.classreg.lists.Slice;
import org.classreg.lists.Words;

/** Finds sections of a program by what people look for. */
@Stateless
@PermitAll
public class SectionSearch {

    /** The orders in which sections can be asked for. */
    public static final Listing<ClassSection> LISTING = Listing.byText("s.code", ClassSection::getCode)
            .text("code", "s.code", ClassSection::getCode)
            .text("title", "u.title", ClassSection::getTitle)
            .integer("capacity", "s.capacity", ClassSection::getCapacity)
            .integer("enrolled", "s.enrolled", ClassSection::getEnrolled)
            .integer("seatsLeft", "(s.capacity - s.enrolled)", section -> section.getCapacity() - section.getEnrolled())
            .inOrderOf("code");

    private static final String SELECT =
            "select s from ClassSection s join fetch s.subject u join fetch u.category c join fetch s.program where s.program = :program";
    private static final String CONTAINS = "locate(:text, lower(s.code)) > 0 or locate(:text, lower(u.title)) > 0";
    private static final String OPEN = "(s.registrationOpen = :isOpen and s.status = :accepted and u.status = :accepted"
            + " and s.enrolled < s.capacity and s.id in (select m.section.id from Meeting m where m.section.program = :program))";
    private static final String ADMITS = "(u.gradeMin is null or u.gradeMin <= :grade) and (u.gradeMax is null or u.gradeMax >= :grade)";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Catalog catalog;

    /**
     * A part of the sections of a program that are looked for, with their meetings and rooms.
     *
     * @throws NotFound if no program has this code
     * @throws InvalidInput if they are to be ordered by something else than the fields of {@link #LISTING}
     */
    public List<ClassSection> find(String programCode, SectionFilter filter, Slice slice) {
        var program = catalog.getProgram(programCode);
        LISTING.require(slice);
        var isTime = program.isOpen(WindowKind.ENROLLMENT, clock.instant());
        if (Boolean.TRUE.equals(filter.open()) && !isTime) {
            return List.of();
        }
        var query = new Conditions(SELECT).with("program", program)
                .andIf(CONTAINS, "text", Words.small(filter.text()))
                .andIf("c.symbol = :category", "category", filter.category())
                .andIf(ADMITS, "grade", filter.grade());
        if (filter.open() != null && isTime) {
            var open = open(program);
            if (filter.open() && open.isEmpty()) {
                return List.of();
            } else if (!open.isEmpty()) {
                query.and(filter.open() ? "s.id in :open" : "s.id not in :open").with("open", open);
            }
        }
        if (filter.from() != null || filter.to() != null) {
            var meeting = meeting(program, filter);
            if (meeting.isEmpty()) {
                return List.of();
            }
            query.and("s.id in :meeting").with("meeting", meeting);
        }
        return LISTING.query(em, ClassSection.class, query, slice)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "s.meetings")
                .setHint("eclipselink.batch", "s.meetings.timeslot")
                .setHint("eclipselink.batch", "s.meetings.rooms")
                .getResultList();
    }

    /** The sections that would take somebody, by key: what they are is not asked within another query for the same reason as {@link #meeting}. */
    private List<Long> open(Program program) {
        return em.createQuery("select s.id from ClassSection s join s.subject u where s.program = :program and " + OPEN, Long.class)
                .setParameter("program", program).setParameter("accepted", ClassStatus.ACCEPTED).setParameter("isOpen", true).getResultList();
    }

    /**
     * The sections of which one and the same meeting overlaps with the interval, by key: within another query, EclipseLink would write values
     * into the SQL, which H2 refuses.
     */
    private List<Long> meeting(Program program, SectionFilter filter) {
        var query = em.createQuery("select distinct n.section.id from Meeting n join n.timeslot t where n.section.program = :program"
                + (filter.from() == null ? "" : " and t.endsAt > :from") + (filter.to() == null ? "" : " and t.startsAt < :to"), Long.class)
                .setParameter("program", program);
        if (filter.from() != null) {
            query.setParameter("from", filter.from());
        }
        if (filter.to() != null) {
            query.setParameter("to", filter.to());
        }
        return query.getResultList();
    }
}
