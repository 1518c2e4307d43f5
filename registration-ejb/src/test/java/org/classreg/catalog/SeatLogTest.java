package org.classreg.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.catalog.SeatLog.Seats;
import org.classreg.errors.Refused;
import org.classreg.registration.Registrations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads the log of seats, from wherever, reads what happened: all of it, once, and of each section in the order of its happening. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SeatLogTest {

    private static final List<String> SECTIONS = List.of("E1s1", "E2s1", "E3s1", "E4s1");
    private static final int WRITERS = 8;
    private static final int READERS = 2;
    private static final int ACTS = 30;

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final SeatLog log;

    SeatLogTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        log = office.get(SeatLog.class);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void eachTransactionThatChangesSeatsIsOneEventAndOneThatFailsIsNone() {
        program.students(2);
        program.section("E1s1", 1, "09:00-10:00");
        var start = position();

        var registration = office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        assertThatThrownBy(() -> office.in(() -> registrations.enroll(id("E1s1"), "s2"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> office.in(() -> {
            registrations.expire(registration.getId());
            throw new IllegalStateException("undone");
        })).isInstanceOf(IllegalStateException.class);
        office.in(() -> {
            registrations.expire(registration.getId());
            return registrations.enroll(id("E1s1"), "s2");
        });
        program.change("E1s1", section -> section.setRegistrationOpen(false));
        program.change("E1s1", section -> section.limitStudents(3));
        program.change("E1s1", section -> section.setStatus(ClassStatus.CANCELLED));
        program.change("E1s1", section -> section.setStatus(ClassStatus.ACCEPTED));
        program.change("E1s1", section -> section.getSubject().setStatus(ClassStatus.REJECTED));

        var events = after(start);
        assertThat(events).extracting(SeatEvent::enrolled).containsExactly(1, 1, 1, 1, 1, 1, 1);
        assertThat(events).extracting(SeatEvent::seatsLeft).containsExactly(0, 0, 0, 2, 2, 2, 2);
        assertThat(events).extracting(SeatEvent::registrationOpen).containsExactly(true, true, false, false, false, false, false);
        assertThat(events).extracting(SeatEvent::status).containsExactly(ClassStatus.ACCEPTED, ClassStatus.ACCEPTED, ClassStatus.ACCEPTED,
                ClassStatus.ACCEPTED, ClassStatus.CANCELLED, ClassStatus.ACCEPTED, ClassStatus.REJECTED);
        assertThat(events).extracting(SeatEvent::at).doesNotContainNull().isSorted();
    }

    @Test
    void readersUnderLoadMissNothingAndSeeEachSectionInItsOrder() throws Exception {
        program.students(WRITERS);
        for (int i = 0; i < SECTIONS.size(); i++) {
            program.section(SECTIONS.get(i), 3, "1%d:00-1%d:30".formatted(i, i));
        }
        var start = position();
        var finished = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(WRITERS + READERS);
        var writers = IntStream.rangeClosed(1, WRITERS).mapToObj(i -> threads.submit(writer("s" + i, new Random(i)))).toList();
        var readers = IntStream.range(0, READERS).mapToObj(i -> threads.submit(reader(start, finished))).toList();
        var follower = threads.submit(follower(finished));
        int changes = 0;
        for (var writer : writers) {
            changes += writer.get();
        }
        finished.set(true);

        var all = after(start);
        assertThat(all).hasSize(changes);
        for (var reader : readers) {
            assertThat(reader.get()).isEqualTo(all);
        }
        SECTIONS.forEach(section -> assertThatItHappened(section, all));
        assertThat(follower.get()).isEqualTo(numbers(office.in(() -> log.seats(CODE)).sections()));
        threads.shutdown();
    }

    /** Takes and gives back seats; each act changes one section. */
    private Callable<Integer> writer(String student, Random random) {
        return () -> {
            int changes = 0;
            for (int i = 0; i < ACTS; i++) {
                var section = id(SECTIONS.get(random.nextInt(SECTIONS.size())));
                try {
                    changes += random.nextBoolean() ? office.in(() -> registrations.expireStudent(section, student)).size()
                            : office.in(() -> registrations.enroll(section, student)) == null ? 0 : 1;
                } catch (Refused full) {
                    assertThat(full.reasons()).isNotEmpty();
                }
            }
            return changes;
        };
    }

    private Callable<List<SeatEvent>> reader(long start, AtomicBoolean finished) {
        return () -> {
            var read = new ArrayList<SeatEvent>();
            var last = start;
            for (boolean more = true; more;) {
                more = !finished.get();
                var from = last;
                var until = office.in(log::catchUp);
                read.addAll(office.in(() -> log.changes(CODE, from, until, Integer.MAX_VALUE)));
                last = until;
            }
            return read;
        };
    }

    /** Begins again and again with the seats of now; what comes after is the next change of each section. */
    private Callable<Map<String, String>> follower(AtomicBoolean finished) {
        return () -> {
            Map<String, SeatEvent> known = Map.of();
            for (boolean more = true; more;) {
                more = !finished.get();
                Seats now = office.in(() -> log.seats(CODE));
                known = now.sections().stream().collect(Collectors.toMap(SeatEvent::section, seats -> seats));
                for (var change : after(now.position())) {
                    assertThat(change.version()).isEqualTo(known.get(change.section()).version() + 1);
                    known.put(change.section(), change);
                }
            }
            return numbers(known.values());
        };
    }

    private static Map<String, String> numbers(Iterable<SeatEvent> seats) {
        var numbers = new TreeMap<String, String>();
        seats.forEach(section -> numbers.put(section.section(), section.version() + ": " + section.enrolled() + " of " + section.capacity()));
        return numbers;
    }

    private void assertThatItHappened(String section, List<SeatEvent> all) {
        var mine = all.stream().filter(event -> event.section().equals(section)).toList();
        for (int i = 1; i < mine.size(); i++) {
            assertThat(mine.get(i).version()).isEqualTo(mine.get(i - 1).version() + 1);
            assertThat(Math.abs(mine.get(i).enrolled() - mine.get(i - 1).enrolled())).isEqualTo(1);
        }
        assertThat(mine.get(mine.size() - 1).enrolled()).isEqualTo(program.find(section).getEnrolled());
    }

    @Test
    void whatIsOlderThanThreeDaysIsForgottenAndAPositionBeforeIsNoLongerRemembered() {
        program.section("E1s1", 1, "09:00-10:00");
        var old = position();
        office.with(em -> em.createNativeQuery("update seat_change set changed_at = ?1")
                .setParameter(1, Timestamp.from(office.clock().instant().minus(Duration.ofDays(4)))).executeUpdate());
        program.change("E1s1", section -> section.limitStudents(2));
        office.with(em -> em.createNativeQuery("update seat_change set changed_at = ?1 where version > 1")
                .setParameter(1, Timestamp.from(office.clock().instant().minus(Duration.ofDays(2)))).executeUpdate());

        assertThat(office.in(() -> log.remembers(0))).isTrue();
        assertThat(office.in(log::forget)).isEqualTo(1);

        assertThat(office.in(() -> log.remembers(0))).isFalse();
        assertThat(office.in(() -> log.remembers(old))).isTrue();
        var beyond = position() + 1;
        assertThat(office.in(() -> log.remembers(beyond))).isFalse();
        assertThat(after(old)).hasSize(1);
    }

    private long position() {
        return office.in(log::catchUp);
    }

    private List<SeatEvent> after(long start) {
        return office.in(() -> log.changes(CODE, start, log.catchUp(), Integer.MAX_VALUE));
    }
}
