package org.classreg.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.transactions.Retried;

/**
 * All changes of seats, in one line. A change gets its position after it was committed, from one transaction at a time: so nobody who has read
 * up to a position ever misses one before it, and whoever changes seats waits for nobody here. Nothing is done while nobody asks.
 */
@Stateless
@PermitAll
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SeatLog {

    /** How many days changes are remembered at least. */
    public static final int DAYS_KEPT = 3;

    private static final int CHUNK = 1_000;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * The seats of all sections of a program.
     *
     * @param position the last change of the log that is in it
     * @param sections by code
     */
    public record Seats(long position, List<SeatEvent> sections) {
    }

    /**
     * Gives what has been committed its positions.
     *
     * @return the last position of the log, from 0
     */
    public long catchUp() {
        if (em.createNamedQuery(SeatChange.IS_ANY_WAITING, Long.class).setMaxResults(1).getResultList().isEmpty()) {
            return lastPosition();
        }
        var last = lockedPosition();
        for (var chunk = waiting(); !chunk.isEmpty(); chunk = waiting()) {
            for (var change : chunk) {
                change.takePosition(++last);
            }
            em.flush();
            em.clear();
        }
        em.createNativeQuery("update seat_log set last_position = ?1").setParameter(1, last).executeUpdate();
        return last;
    }

    /** What came after a position, up to another, of all programs. */
    public List<SeatEvent> changes(long after, long until) {
        return em.createNamedQuery(SeatChange.AFTER, SeatChange.class)
                .setParameter("after", after).setParameter("until", until)
                .getResultStream().map(SeatChange::event).toList();
    }

    /** The same of one program, as far as it has not been forgotten; the first of it, if that is more than so many. */
    public List<SeatEvent> changes(String program, long after, long until, int most) {
        return em.createNamedQuery(SeatChange.OF_PROGRAM_AFTER, SeatChange.class)
                .setParameter("program", program).setParameter("after", after).setParameter("until", until).setMaxResults(most)
                .getResultStream().map(SeatChange::event).toList();
    }

    /** Whether what came after a position is all still known. */
    public boolean remembers(long position) {
        var row = (Object[]) em.createNativeQuery("select forgotten, last_position from seat_log").getSingleResult();
        return ((Number) row[0]).longValue() <= position && position <= ((Number) row[1]).longValue();
    }

    /** The seats as of a position of the log. What was committed between reading the sections and learning the position is in it too. */
    public Seats seats(String program) {
        var before = lastPosition();
        Map<String, SeatEvent> seats = sections(program).map(section -> SeatEvent.now(section, section.seatsVersion()))
                .collect(Collectors.toMap(SeatEvent::section, Function.identity(), (one, same) -> one, TreeMap::new));
        em.clear();
        var position = catchUp();
        changes(program, before, position, Integer.MAX_VALUE).forEach(change -> seats.merge(change.section(), change,
                (one, other) -> other.version() > one.version() ? other : one));
        return new Seats(position, List.copyOf(seats.values()));
    }

    /**
     * Deletes what is older than three days. Positions before are not remembered then.
     *
     * @return how many changes
     */
    public int forget() {
        catchUp();
        lockedPosition();
        var until = em.createNamedQuery(SeatChange.LAST_BEFORE, Long.class)
                .setParameter("instant", clock.instant().minus(Duration.ofDays(DAYS_KEPT))).getSingleResult();
        if (until == null) {
            return 0;
        }
        em.createNativeQuery("update seat_log set forgotten = ?1").setParameter(1, until).executeUpdate();
        return em.createNamedQuery(SeatChange.FORGET).setParameter("until", until).executeUpdate();
    }

    private Stream<ClassSection> sections(String program) {
        return em.createNamedQuery(ClassSection.OF_PROGRAM, ClassSection.class).setParameter("program", program).getResultStream();
    }

    private List<SeatChange> waiting() {
        return em.createNamedQuery(SeatChange.WAITING, SeatChange.class).setMaxResults(CHUNK).getResultList();
    }

    private long lastPosition() {
        return position("");
    }

    /** Keeps other nodes from giving positions until the transaction ends. */
    private long lockedPosition() {
        return position(" for update");
    }

    private long position(String lock) {
        return ((Number) em.createNativeQuery("select last_position from seat_log" + lock).getSingleResult()).longValue();
    }
}
