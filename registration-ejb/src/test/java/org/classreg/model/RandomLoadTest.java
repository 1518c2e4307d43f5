package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.Refused;
import org.classreg.lottery.Lotteries;
import org.classreg.operations.Operations;
import org.classreg.registration.Preference;
import org.classreg.registration.Preferences;
import org.classreg.registration.Registrations;
import org.classreg.registration.Reversals;
import org.classreg.registration.Rosters;
import org.classreg.registration.Schedules;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 1 under random load: 32 threads do everything at once, and afterwards nothing is broken. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class RandomLoadTest {

    private static final int THREADS = 32;
    private static final int ACTS = 15;
    private static final int STUDENTS = 24;
    private static final List<String> SECTIONS = Model.SECTIONS.stream().map(Model.Section::code).toList();

    private final Office office;
    private final Registrations registrations;

    RandomLoadTest(DatabaseKind kind) {
        office = Office.on(kind);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void aProgram() {
        var program = new SmallProgram(office);
        program.students(STUDENTS);
        Model.SECTIONS.forEach(section -> program.section(section.code(), section.seats() * 3, section.meeting()));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @RepeatedTest(2)
    void nothingIsBrokenAfterwards() throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var done = 0;
            for (var result : threads.invokeAll(IntStream.range(0, THREADS).mapToObj(this::actor).toList())) {
                done += result.get();
            }
            assertThat(done).as("acts that were not refused").isGreaterThan(THREADS);
        } finally {
            threads.shutdown();
        }
        assertThatCountersAreTheRows();
        IntStream.rangeClosed(1, STUDENTS).forEach(i -> assertThatScheduleIsPossible("s" + i));
    }

    /** @return how many of the acts were done */
    private Callable<Integer> actor(int seed) {
        var random = new Random(seed);
        return () -> {
            var done = 0;
            for (int i = 0; i < ACTS; i++) {
                try {
                    office.in(act(random));
                    done++;
                } catch (Refused e) {
                    assertThat(e.reasons()).isNotEmpty();
                }
            }
            return done;
        };
    }

    private Callable<?> act(Random random) {
        var student = "s" + (1 + random.nextInt(STUDENTS));
        var section = any(SECTIONS, random);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> () -> registrations.enroll(id(section), student);
            case 4 -> () -> registrations.expireStudent(id(section), student);
            case 5, 6 -> () -> registrations.move(active(student, random), section);
            case 7 -> () -> registrations.expire(active(student, random));
            case 8 -> () -> office.get(Lotteries.class).convert(CODE, Optional.empty(), List.of("Interested"));
            case 9 -> () -> office.get(Reversals.class).undo(any(operations(), random));
            default -> () -> office.get(Preferences.class).rank(CODE, student, wishes(random));
        };
    }

    private static List<Preference> wishes(Random random) {
        var sections = new ArrayList<>(SECTIONS);
        Collections.shuffle(sections, random);
        return sections.stream().limit(3).map(section -> new Preference(section, "Interested")).toList();
    }

    private long active(String student, Random random) {
        var active = office.get(Schedules.class).history(CODE, student, 0, 100).stream().filter(row -> !row.hasEnded()).toList();
        if (active.isEmpty()) {
            throw new Refused("NOTHING", "Nothing to change.");
        }
        return any(active, random).getId();
    }

    private List<Long> operations() {
        var operations = office.get(Operations.class).latest(0, 20).stream().map(entry -> entry.operation().getId()).toList();
        if (operations.isEmpty()) {
            throw new Refused("NOTHING", "Nothing to undo.");
        }
        return operations;
    }

    private void assertThatCountersAreTheRows() {
        for (var section : office.in(() -> office.get(Catalog.class).sections(CODE))) {
            var rows = office.in(() -> office.get(Rosters.class).count(id(section.getCode()), "Enrolled", office.clock().instant()));
            assertThat((long) section.getEnrolled()).as(section.getCode()).isEqualTo(rows).isLessThanOrEqualTo(section.getCapacity());
        }
    }

    private void assertThatScheduleIsPossible(String student) {
        var sections = office.in(() -> office.get(Schedules.class).schedule(CODE, student, office.clock().instant())).stream()
                .map(StudentRegistration::getSection).map(ClassSection::getCode).map(Model::section).toList();
        assertThat(sections).extracting(Model.Section::course).doesNotHaveDuplicates();
        for (var one : sections) {
            assertThat(sections).filteredOn(other -> other != one && other.overlaps(one)).as(student + " beside " + one.code()).isEmpty();
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
