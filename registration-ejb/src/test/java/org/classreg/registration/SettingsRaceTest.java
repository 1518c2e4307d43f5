package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.classreg.catalog.Locks;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.people.People;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What staff set holds for whoever comes after, even for who had asked before. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SettingsRaceTest {

    /** For a request to come to the lock at which it waits. */
    private static final long SHORT_WHILE_MILLIS = 500;

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;

    SettingsRaceTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void aSection() {
        program.students(2);
        program.section("E1s1", 4, "09:00-10:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aCapThatCameMeanwhileHolds() {
        var cap = ProgramSettings.DEFAULT.withCaps(new ProgramSettings.Cap(null, null, 0));
        assertThat(refusal(cap, () -> registrations.enroll(id("E1s1"), "s1"))).containsExactly("PROGRAM_FULL");
    }

    @Test
    void aLimitThatCameMeanwhileHolds() {
        assertThat(refusal(ProgramSettings.DEFAULT.withLimits(0, null), () -> registrations.enroll(id("E1s1"), "s1")))
                .containsExactly("TOO_MANY_SECTIONS");
    }

    @Test
    void aWindowThatClosedMeanwhileIsClosed() {
        var now = office.clock().instant();
        var closed = ProgramSettings.DEFAULT.withWindows(List.of(
                new Window(WindowKind.INTEREST, null, now.minus(Duration.ofDays(1))), new Window(WindowKind.ENROLLMENT, null, now)));

        assertThat(refusal(closed, () -> registrations.enroll(id("E1s1"), "s1"))).containsExactly("OUTSIDE_WINDOW");
        open();
        assertThat(refusal(closed, () -> office.get(Interests.class).express(CODE, "E1", "s1"))).containsExactly("OUTSIDE_WINDOW");
        open();
        assertThat(refusal(closed, () -> office.get(Preferences.class).rank(CODE, "s1", List.of(new Preference("E1s1", "Interested")))))
                .containsExactly("OUTSIDE_WINDOW");
    }

    @Test
    void aSectionThatWasCancelledMeanwhileTakesNobodyAndNoWish() {
        program.section("E2s1", 4, "09:00-10:00");
        program.section("E3s1", 4, "09:00-10:00");

        assertThat(refusal(cancelling("E1s1"), () -> registrations.enroll(id("E1s1"), "s1"))).containsExactly("SECTION_CANCELLED");
        assertThat(refusal(cancelling("E2s1"), () -> registrations.register(id("E2s1"), "s1", "Interested"))).containsExactly("SECTION_CANCELLED");
        assertThat(refusal(cancelling("E3s1"), () -> office.get(Preferences.class).rank(CODE, "s1", List.of(new Preference("E3s1", "Priority/1")))))
                .containsExactly("SECTION_CANCELLED");
    }

    private Callable<?> cancelling(String section) {
        return () -> office.get(SectionChanges.class).cancel(id(section), false, null);
    }

    private void open() {
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT));
    }

    private List<String> refusal(ProgramSettings settings, Callable<?> request) {
        return refusal(() -> office.get(Programs.class).configure(CODE, settings), request);
    }

    /** The request has read what is set and waits for the student, whom another holds; then staff set something else. */
    private List<String> refusal(Callable<?> change, Callable<?> request) {
        return office.in(() -> {
            office.get(Locks.class).students(List.of(office.get(People.class).getByUsername("s1")));
            var waiting = CompletableFuture.supplyAsync(() -> refusalOf(request));
            TimeUnit.MILLISECONDS.sleep(SHORT_WHILE_MILLIS);
            CompletableFuture.runAsync(() -> office.in(change)).join();
            assertThat(waiting).as("waits").isNotDone();
            return waiting;
        }).join();
    }

    private List<String> refusalOf(Callable<?> request) {
        try {
            office.in(request);
            return List.of();
        } catch (Refused e) {
            return e.reasons().stream().map(Reason::code).toList();
        }
    }
}
