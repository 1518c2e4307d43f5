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
import org.classreg.lists.Patterns;
import org.classreg.lists.Slice;

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
    private static final String CONTAINS = "lower(s.code) like :text escape '\\' or lower(u.title) like :text escape '\\'";
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
        var isTime = program.isOpen(WindowKind.ENROLLMENT, clock.instant());
        if (Boolean.TRUE.equals(filter.open()) && !isTime) {
            return List.of();
        }
        var query = new Conditions(SELECT).with("program", program)
                .andIf(CONTAINS, "text", Patterns.containing(filter.text()))
                .andIf("c.symbol = :category", "category", filter.category())
                .andIf(ADMITS, "grade", filter.grade());
        if (filter.open() != null && isTime) {
            query.and(filter.open() ? OPEN : "not " + OPEN).with("accepted", ClassStatus.ACCEPTED).with("isOpen", true);
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

    /** The sections of which one and the same meeting overlaps with the interval, by key: H2 refuses EclipseLink's SQL for this within another query. */
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
