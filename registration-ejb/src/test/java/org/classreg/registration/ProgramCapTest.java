package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Cap;
import org.classreg.errors.Refused;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A program takes no more students than it says, and a student no more priorities. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ProgramCapTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;

    ProgramCapTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void twoSections() {
        program.section("E1s1", 30, "09:00-10:00");
        program.section("E2s1", 30, "10:00-11:00");
        program.section("E3s1", 30, "09:00-10:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aFullProgramTakesNobodyNewButHoldsNobodyUpWhoIsIn() {
        program.students(3);
        caps(new Cap(null, null, 2));
        enroll("E1s1", "s1");
        enroll("E1s1", "s2");

        assertThat(refusal(() -> registrations.enroll(id("E1s1"), "s3"))).isEqualTo("Spring Program is full: it takes 2 students.");
        enroll("E2s1", "s1");
    }

    @Test
    void whoLeavesTheProgramMakesRoomInIt() {
        program.students(2);
        caps(new Cap(null, null, 1));
        enroll("E1s1", "s1");
        enroll("E2s1", "s1");

        office.in(() -> registrations.expireStudent(id("E1s1"), "s1"));
        assertThat(refusal(() -> registrations.enroll(id("E1s1"), "s2"))).contains("is full");
        office.in(() -> registrations.expireStudent(id("E2s1"), "s1"));

        enroll("E1s1", "s2");
    }

    @Test
    void aCapOfSomeGradesCountsThoseAlone() {
        program.student("young", 7);
        program.student("other", 7);
        program.student("older", 10);
        caps(new Cap(7, 8, 1), new Cap(null, null, 5));
        enroll("E1s1", "young");

        assertThat(refusal(() -> registrations.enroll(id("E1s1"), "other")))
                .isEqualTo("Spring Program is full: it takes 1 students of grades 7 to 8.");
        enroll("E1s1", "older");
    }

    @Test
    void manyAtOnceDoNotPassTheCap() throws Exception {
        program.students(16);
        caps(new Cap(null, null, 5));
        var threads = Executors.newFixedThreadPool(16);
        try {
            threads.invokeAll(IntStream.rangeClosed(1, 16).<Callable<Object>>mapToObj(i -> () ->
                    refusal(() -> registrations.enroll(id(i % 2 == 0 ? "E1s1" : "E2s1"), "s" + i))).toList());
        } finally {
            threads.shutdown();
        }

        assertThat(program.find("E1s1").getEnrolled() + program.find("E2s1").getEnrolled()).isEqualTo(5);
    }

    @Test
    void aStudentRanksAsManySectionsOfOneTimeAsTheProgramTakes() {
        program.students(1);
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withPriorityLimit(1)));
        register("E1s1", "Priority/1");
        register("E2s1", "Priority/1");

        assertThat(refusal(() -> registrations.register(id("E3s1"), "s1", "Priority/1"))).contains("at the time of E3s1");
        assertThat(refusal(() -> registrations.register(id("E3s1"), "s1", "Priority/2"))).contains("priorities 1 to 1");
        assertThat(refusal(() -> office.get(Preferences.class).rank(CODE, "s1", List.of(
                new Preference("E1s1", "Priority/1"), new Preference("E3s1", "Priority/1"))))).contains("at the time of E3s1");
        register("E3s1", "Interested");
    }

    private void caps(Cap... caps) {
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withCaps(caps)));
    }

    private void enroll(String section, String student) {
        office.in(() -> registrations.enroll(id(section), student));
    }

    private void register(String section, String type) {
        office.in(() -> registrations.register(id(section), "s1", type));
    }

    private String refusal(Callable<?> change) {
        try {
            office.in(change);
            return "";
        } catch (Refused e) {
            return e.getMessage();
        }
    }
}
