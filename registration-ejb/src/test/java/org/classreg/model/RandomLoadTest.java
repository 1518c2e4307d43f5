package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 1 under random load: 32 threads do everything at once, and afterwards nothing is broken. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class RandomLoadTest {

    private static final int THREADS = 32;
    private static final int ACTS = 15;
    private static final int STUDENTS = 24;

    private final Office office;

    RandomLoadTest(DatabaseKind kind) {
        office = Office.on(kind);
    }

    @BeforeEach
    void aProgramWithLimits() {
        var program = new SmallProgram(office);
        program.students(STUDENTS);
        Model.SECTIONS.forEach(section -> program.section(section.code(), section.seats() * 3, section.meeting()));
        office.in(() -> office.get(Programs.class).configure(CODE, RandomActs.settings(false)));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @RepeatedTest(2)
    void nothingIsBrokenAfterwards(RepetitionInfo repetition) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var done = 0;
            var actors = IntStream.range(0, THREADS).mapToObj(number -> actor(repetition.getCurrentRepetition() * 1_000L + number)).toList();
            for (var result : threads.invokeAll(actors)) {
                done += result.get();
            }
            assertThat(done).as("acts that were not refused").isGreaterThan(THREADS);
        } finally {
            threads.shutdown();
        }
        new Invariants(office).hold();
        assertThatAnUndoRestores();
    }

    /** @return how many of the acts were done; anything but a refusal is a failure */
    private Callable<Integer> actor(long seed) {
        var acts = new RandomActs(office, STUDENTS, seed);
        return () -> {
            var done = 0;
            for (int i = 0; i < ACTS; i++) {
                try {
                    office.in(acts.next());
                    done++;
                } catch (Refused e) {
                    assertThat(e.reasons()).isNotEmpty();
                } catch (NotFound | InvalidInput e) {
                    assertThat(e.getMessage()).isNotEmpty();
                }
            }
            return done;
        };
    }

    /** A section that has kept more than it now takes would lose some: what is full cannot be restored. */
    private void assertThatAnUndoRestores() {
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
        office.clock().tick();
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
