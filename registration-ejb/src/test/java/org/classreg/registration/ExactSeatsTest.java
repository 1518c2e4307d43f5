package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.id;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 1: no interleaving of threads gives out a seat too many, or a student two places at once. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ExactSeatsTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;

    ExactSeatsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void sixtyFourStudentsAtOnceOnTenSeatsEndWithExactlyTen() throws Exception {
        program.students(64);
        program.section("E1s1", 10, "09:00-10:00");

        var enrolled = together(IntStream.rangeClosed(1, 64)
                .<Callable<StudentRegistration>>mapToObj(i -> () -> registrations.enroll(id("E1s1"), "s" + i)).toList());

        assertThat(enrolled).isEqualTo(10);
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(10);
        assertThat(rows("E1s1")).isEqualTo(10);
    }

    @Test
    void oneStudentAtOnceInManyOverlappingSectionsEndsInOne() throws Exception {
        program.students(1);
        for (int i = 1; i <= 16; i++) {
            program.section("E" + i + "s1", 5, "09:%02d-10:30".formatted(i));
        }

        var enrolled = together(IntStream.rangeClosed(1, 16)
                .<Callable<StudentRegistration>>mapToObj(i -> () -> registrations.enroll(id("E" + i + "s1"), "s1")).toList());

        assertThat(enrolled).isEqualTo(1);
        assertThat(IntStream.rangeClosed(1, 16).mapToLong(i -> rows("E" + i + "s1")).sum()).isEqualTo(1);
    }

    @Test
    void studentsWhoSwapSectionsInBothDirectionsNeitherDeadlockNorLoseASeat() throws Exception {
        program.students(20);
        program.section("E1s1", 20, "09:00-10:00");
        program.section("E1s2", 20, "09:00-10:00");
        var moves = new ArrayList<Callable<StudentRegistration>>();
        for (int i = 1; i <= 20; i++) {
            var from = i % 2 == 0 ? "E1s1" : "E1s2";
            var to = i % 2 == 0 ? "E1s2" : "E1s1";
            var student = "s" + i;
            var registration = office.in(() -> registrations.enroll(id(from), student));
            moves.add(() -> registrations.move(registration.getId(), to));
        }

        assertThat(together(moves)).isEqualTo(20);
        assertThat(rows("E1s1")).isEqualTo(10).isEqualTo(program.find("E1s1").getEnrolled());
        assertThat(rows("E1s2")).isEqualTo(10).isEqualTo(program.find("E1s2").getEnrolled());
    }

    @Test
    void aRegistrationExpiredByManyAtOnceFreesOneSeat() throws Exception {
        program.students(2);
        program.section("E1s1", 2, "09:00-10:00");
        var registration = office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        office.in(() -> registrations.enroll(id("E1s1"), "s2"));

        together(IntStream.range(0, 16).<Callable<StudentRegistration>>mapToObj(i -> () -> registrations.expire(registration.getId())).toList());

        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1).isEqualTo((int) rows("E1s1"));
    }

    @Test
    void whoeverSwapsWhileOthersSwapForTheSameStudentGivesUpTheSeatThatIsHeldThen() throws Exception {
        program.students(4);
        var sections = List.of("E1s1", "E2s1", "E3s1", "E4s1");
        sections.forEach(section -> program.section(section, 20, "09:00-10:00"));
        var enrollments = office.get(Enrollments.class);
        var swaps = IntStream.range(0, 12).<Callable<StudentRegistration>>mapToObj(i -> () -> {
            for (int swap = 0; swap < 15; swap++) {
                var section = sections.get((i + swap * (i % 3 + 1)) % sections.size());
                swapOrStay(() -> enrollments.swapInto(id(section), "s" + Math.max(1, i - 7)));
            }
            return null;
        }).toList();
        var threads = Executors.newFixedThreadPool(swaps.size());
        try {
            for (var done : threads.invokeAll(swaps)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(sections).allSatisfy(section -> assertThat(rows(section)).isEqualTo(program.find(section).getEnrolled()));
        assertThat(sections.stream().mapToLong(this::rows).sum()).isEqualTo(4);
    }

    private void swapOrStay(Callable<StudentRegistration> swap) {
        try {
            office.in(swap);
        } catch (Refused e) {
            assertThat(e.reasons()).extracting(Reason::code).isSubsetOf("SCHEDULE_CONFLICT", "ALREADY_IN_CLASS");
        }
    }

    private long rows(String section) {
        return office.in(() -> office.get(Rosters.class).count(id(section), RegistrationType.ENROLLED, office.clock().instant()));
    }

    /** Runs all of them at once, each in a transaction of its own; counts those that were not refused. */
    private long together(List<? extends Callable<StudentRegistration>> changes) throws Exception {
        var start = new CyclicBarrier(changes.size());
        var threads = Executors.newFixedThreadPool(changes.size());
        try {
            var results = threads.invokeAll(changes.stream().<Callable<Boolean>>map(change -> () -> {
                start.await();
                try {
                    office.in(change);
                    return true;
                } catch (Refused e) {
                    return false;
                }
            }).toList());
            var successes = 0;
            for (var result : results) {
                successes += result.get() ? 1 : 0;
            }
            return successes;
        } finally {
            threads.shutdown();
        }
    }
}
