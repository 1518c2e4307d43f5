package org.classreg.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.sql.Array;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.classreg.operations.Operation;
import org.classreg.transactions.Chunks;
import org.classreg.transactions.SqlArrays;
import org.eclipse.persistence.sessions.UnitOfWork;

/**
 * Begins and ends many registrations past the entity manager, which then need not compare each of them at every flush, and a thousand with one
 * statement that is short and always the same: a column is an array. What is written is not managed: whoever needs it in the same transaction reads it
 * again.
 */
@Dependent
public class RegistrationRows {

    private static final String INSERT = """
            insert into student_registration
                (id, student_id, section_id, subject_id, program_id, type_id, takes_seat, place, lapses_at, sourced_id, start_date, started_by)
            select id, student_id, section_id, subject_id, program_id, type_id, takes_seat, place, cast(lapses_at as timestamp with time zone),
                sourced_id, cast(start_date as timestamp with time zone), started_by
            from unnest(cast(?1 as bigint array), cast(?2 as bigint array), cast(?3 as bigint array), cast(?4 as bigint array),
                cast(?5 as bigint array), cast(?6 as bigint array), cast(?7 as boolean array), cast(?8 as integer array),
                cast(?9 as varchar array), cast(?10 as varchar array), cast(?11 as varchar array), cast(?12 as bigint array))
                as begun (id, student_id, section_id, subject_id, program_id, type_id, takes_seat, place, lapses_at, sourced_id, start_date, started_by)""";

    private static final String END = "update %s set end_date = case when start_date > ?1 then start_date else ?1 end, ended_by = ?2"
            + " where end_date is null and id ";

    private static final String ASKED_FOR = """
            = any(array(select e.id
            from unnest(cast(?3 as bigint array), cast(?4 as bigint array)) as seat (student_id, section_id)
            join student_registration e on e.student_id = seat.student_id and e.section_id = seat.section_id
            join registration_type t on t.id = e.type_id
            where e.end_date is null and (e.start_date is null or e.start_date <= ?1) and (t.preference = true or e.place is not null)
            order by e.id))""";

    @Inject
    EntityManager em;

    /** Writes registrations that have just begun, by operations that must be written already, and gives them their keys. */
    public void write(List<StudentRegistration> begun) {
        Chunks.of(begun).forEach(this::writeChunk);
    }

    private void writeChunk(List<StudentRegistration> chunk) {
        var session = em.unwrap(UnitOfWork.class);
        chunk.forEach(row -> row.identify(session.getNextSequenceNumberValue(StudentRegistration.class).longValue()));
        em.createNativeQuery(INSERT)
                .setParameter(1, keys(chunk, StudentRegistration::getId))
                .setParameter(2, keys(chunk, row -> row.getStudent().getId()))
                .setParameter(3, keys(chunk, row -> row.getSection().getId()))
                .setParameter(4, keys(chunk, row -> row.getSection().getSubject().getId()))
                .setParameter(5, keys(chunk, row -> row.getSection().getProgram().getId()))
                .setParameter(6, keys(chunk, row -> row.getType().getId()))
                .setParameter(7, SqlArrays.of(em, "boolean", chunk.stream().map(row -> row.getType().takesSeat()), Boolean[]::new))
                .setParameter(8, SqlArrays.of(em, "integer", chunk.stream().map(row -> row.place().orElse(null)), Integer[]::new))
                .setParameter(9, texts(chunk, row -> row.lapsesAt().map(Instant::toString).orElse(null)))
                .setParameter(10, texts(chunk, StudentRegistration::getSourcedId))
                .setParameter(11, texts(chunk, row -> row.getStartDate() == null ? null : row.getStartDate().toString()))
                .setParameter(12, keys(chunk, row -> row.getStartedBy().getId()))
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
    }

    /**
     * Ends registrations that the entity manager does not hold, in the order of their keys, in which they lie side by side. Those that have ended stay
     * as they are.
     *
     * @param operation which must be written already
     * @return how many have ended by it
     */
    public int end(Collection<Long> registrations, Operation operation) {
        return end("student_registration", registrations, operation);
    }

    /**
     * Ends the preferences and places in line that students had when the operation began, and of which the entity manager holds none, in the order of their
     * keys. They are found where they are ended: those who get thousands of seats have asked for twice as much.
     *
     * @param students who have asked for sections
     * @param sections for which, in the same order
     * @param operation which must be written already
     * @return how many have ended by it
     */
    public int endAskedFor(List<Long> students, List<Long> sections, Operation operation) {
        return ending("student_registration", ASKED_FOR, operation)
                .setParameter(3, SqlArrays.ofKeys(em, students.stream()))
                .setParameter(4, SqlArrays.ofKeys(em, sections.stream()))
                .executeUpdate();
    }

    /** The same for interests in classes. */
    public int endInterests(Collection<Long> interests, Operation operation) {
        return end("subject_interest", interests, operation);
    }

    private int end(String table, Collection<Long> keys, Operation operation) {
        var ended = 0;
        for (var chunk : Chunks.of(keys.stream().sorted().toList())) {
            ended += ending(table, "= any(cast(?3 as bigint array))", operation)
                    .setParameter(3, SqlArrays.ofKeys(em, chunk.stream()))
                    .executeUpdate();
        }
        return ended;
    }

    private Query ending(String table, String which, Operation operation) {
        return em.createNativeQuery(END.formatted(table) + which)
                .setParameter(1, operation.getPerformedAt().atOffset(ZoneOffset.UTC))
                .setParameter(2, operation.getId())
                .setFlushMode(FlushModeType.COMMIT);
    }

    private Array keys(List<StudentRegistration> chunk, Function<StudentRegistration, Long> key) {
        return SqlArrays.ofKeys(em, chunk.stream().map(key));
    }

    private Array texts(List<StudentRegistration> chunk, Function<StudentRegistration, String> text) {
        return SqlArrays.of(em, "varchar", chunk.stream().map(text), String[]::new);
    }
}
