package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.operations.Operations;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.registration.Reversals;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promises 1 and 2 under random load: many threads do everything at once, and afterwards nothing is broken; and what was asked as of a moment
 * while it went on is answered the same ever after. System properties say how much: {@code load.rounds}, {@code load.threads},
 * {@code load.acts} of each thread, and the first {@code load.seed}.
 */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class RandomLoadTest {

    private static final int ROUNDS = Integer.getInteger("load.rounds", 1);
    private static final int THREADS = Integer.getInteger("load.threads", 32);
    private static final int ACTS = Integer.getInteger("load.acts", 15);
    private static final int SEED = Integer.getInteger("load.seed", 1_000);
    private static final int ASKING = 4;
    private static final int STUDENTS = 24;

    private final DatabaseKind kind;
    private final Pool pool = new Pool();
    private Office office;

    RandomLoadTest(DatabaseKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        anOffice();
    }

    @AfterEach
    void close() {
        office.close();
        pool.close();
    }

    @Test
    void nothingIsBrokenAfterwards() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            load(SEED + round, false);
            new Invariants(office).hold();
            assertThatAnUndoRestores();
            anotherOffice();
        }
    }

    @Test
    void nobodyIsPassedOverInLineWhoCouldTakeTheSeat() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            load(-SEED - round, true);
            new Invariants(office).hold();
            assertThat(new LineOrder(office, RandomActs.MOST).hold()).as("promotions").isPositive();
            anotherOffice();
        }
    }

    private void anotherOffice() {
        close();
        anOffice();
    }

    private void anOffice() {
        office = Office.on(pool.over(kind.create()));
        Campus.build(office, STUDENTS, 2);
        office.in(() -> office.get(Programs.class).configure(CODE, RandomActs.settings(RandomActs.MOST, kind == DatabaseKind.H2)));
    }

    /** Does everything at once while some ask; then asks again. */
    private void load(int seed, boolean catalogStays) throws Exception {
        office.clock().run();
        var threads = Executors.newFixedThreadPool(THREADS + ASKING);
        var acting = new AtomicInteger(THREADS);
        var askers = IntStream.range(0, ASKING).mapToObj(number -> new Asker(office, STUDENTS, catalogStays, seed + number)).toList();
        try {
            var asked = askers.stream().map(asker -> threads.submit(() -> asker.askWhile(() -> acting.get() > 0))).toList();
            var acts = IntStream.range(0, THREADS).mapToObj(number -> threads.submit(actor(seed * 1_000L + number, catalogStays, acting))).toList();
            var done = 0;
            for (var act : acts) {
                done += act.get();
            }
            for (var asking : asked) {
                asking.get();
            }
            assertThat(done).as("acts that were not refused").isGreaterThan(THREADS);
        } finally {
            threads.shutdown();
        }
        askers.forEach(Asker::askAgain);
    }

    /** @return how many of the acts were done; anything but a refusal is a failure */
    private Callable<Integer> actor(long seed, boolean catalogStays, AtomicInteger acting) {
        var acts = new RandomActs(office, STUDENTS, catalogStays, seed);
        return () -> {
            var done = 0;
            try {
                for (int i = 0; i < ACTS; i++) {
                    done += attempt(acts);
                }
            } finally {
                acting.decrementAndGet();
            }
            return done;
        };
    }

    private int attempt(RandomActs acts) {
        try {
            office.in(acts.next());
            return 1;
        } catch (Refused e) {
            assertThat(e.reasons()).isNotEmpty();
        } catch (NotFound | InvalidInput e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
        return 0;
    }

    /** A section that has kept more than it now takes would lose some: what is full cannot be restored. */
    private void assertThatAnUndoRestores() {
        office.in(() -> office.get(Programs.class).configure(CODE, RandomActs.settings(RandomActs.MOST, false)));
        var invariants = new Invariants(office);
        for (var section : invariants.sections()) {
            if (!section.isCancelled() && section.getEnrolled() <= section.getCapacity()) {
                assertThatUndoRestores(() -> office.get(SectionChanges.class).cancel(id(section.getCode()), true, null));
                assertThatUndoRestores(() -> office.get(Registrations.class).expireSection(id(section.getCode())));
            }
        }
        invariants.hold();
    }

    private void assertThatUndoRestores(Callable<?> act) {
        var before = places();
        var last = lastOperation();
        office.in(act);
        var operation = lastOperation();
        if (operation != last) {
            var undone = office.in(() -> office.get(Reversals.class).undo(operation));
            assertThat(undone.left()).as(() -> history(operation)).isEmpty();
        }
        assertThat(places()).isEqualTo(before);
    }

    /** For a failure: whatever those ever had whose registrations the operation ended. */
    private String history(long operation) {
        return office.with(em -> em.createQuery("select e from StudentRegistration e where e.student.id in"
                + " (select d.student.id from StudentRegistration d where d.endedBy.id = :operation) order by e.student.id, e.id", StudentRegistration.class)
                .setParameter("operation", operation)
                .getResultStream()
                .map(row -> row + ", operations " + row.getStartedBy().getId() + " to " + (row.hasEnded() ? row.getEndedBy().getId() : ""))
                .collect(Collectors.joining("\n", "undoing operation " + operation + "\n", "\n")));
    }

    private TreeMap<String, Set<String>> places() {
        return new Invariants(office).active().stream().collect(Collectors.groupingBy(row -> row.getSection().getCode(), TreeMap::new,
                Collectors.mapping(row -> row + row.place().map(place -> " at " + place).orElse(""), Collectors.toSet())));
    }

    private long lastOperation() {
        return office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation().getId();
    }
}
