package org.classreg.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.exchange.SmallRoster.PROGRAM;
import static org.classreg.exchange.SmallRoster.id;

import java.util.List;
import org.classreg.errors.NotFound;
import org.classreg.exchange.ImportReport.Line;
import org.classreg.registration.Preferences;
import org.classreg.registration.Registrations;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreferenceImportTest {

    private final Office office = Office.on(DatabaseKind.H2);
    private final SmallRoster roster = new SmallRoster(office);
    private final Imports imports = office.get(Imports.class);

    @BeforeEach
    void aProgram() {
        roster.take();
        office.clock().tick();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void eachRowBecomesARegistrationThatStartsNow() {
        assertThat(take("u1,k11,Priority/1", "u1,k21,Priority/1", "u2,k11,Interested")).isEqualTo(new Line("Preferences", 3, 0, 0, 0));

        assertThat(preferences("s1")).extracting(StudentRegistration::toString)
                .containsExactly("Ann Lee Priority/1 in E1s1", "Ann Lee Priority/1 in E2s1");
        assertThat(preferences("s1").get(0).getStartDate()).isEqualTo(office.clock().instant());
        assertThat(preferences("s1").get(0).getStartedBy().getKind()).isEqualTo("importPreferences");
        assertThat(preferences("s1").get(0).getStartedBy().getChanges()).isEqualTo(3);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        take("u1,k11,Priority/1", "u2,k11,Interested");
        office.clock().tick();

        assertThat(take("u1,k11,Priority/1", "u2,k11,Interested")).isEqualTo(new Line("Preferences", 0, 0, 2, 0));
        assertThat(roster.rows("operation")).isEqualTo(1);
    }

    @Test
    void whatTheFileDoesNotListEndsForTheStudentsInItAndForNobodyElse() {
        take("u1,k11,Priority/1", "u1,k21,Priority/2", "u2,k11,Interested");

        assertThat(take("u1,k11,Priority/1", "u1,k21,Priority/1")).isEqualTo(new Line("Preferences", 1, 0, 1, 1));
        assertThat(preferences("s1")).extracting(row -> row.getType().getName()).containsExactly("Priority/1", "Priority/1");
        assertThat(preferences("s2")).hasSize(1);
    }

    @Test
    void whoHasTheSeatAlreadyHasWhatTheRowAsksFor() {
        office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s1"));

        assertThat(take("u1,k11,Priority/1")).isEqualTo(new Line("Preferences", 0, 0, 1, 0));
    }

    @Test
    void aPreviewSaysTheSameAndWritesNothing() {
        var files = file("u1,k11,Priority/1");
        var preview = office.in(() -> imports.previewPreferences(PROGRAM, files, new Progress()));

        assertThat(roster.rows("student_registration") + roster.rows("operation")).isZero();
        assertThat(office.in(() -> imports.importPreferences(PROGRAM, files, new Progress()))).isEqualTo(preview);
    }

    @Test
    void everyErrorNamesItsPlace() {
        assertThat(refusal(
                "u1,k11,priority/1",
                "u7,k11,Interested",
                "u1,k77,Interested",
                "u1,k11,Interested",
                "u1,k11,Interested",
                "u9,k11,Interested",
                ",k11,Interested",
                "u1,k11,Interested,more")).containsExactly(
                "preferences.csv, line 2, type: \"priority/1\" is not a type of preference; there are Interested, Priority/1, Priority/2, "
                        + "Priority/3, Priority/4, Priority/5, Priority/6, Priority/7, Priority/8.",
                "preferences.csv, line 3, userSourcedId: There is no user \"u7\", neither in the files nor in the office.",
                "preferences.csv, line 4, classSourcedId: There is no class \"k77\", neither in the files nor in the office.",
                "preferences.csv, line 6: This preference is on line 5 already.",
                "preferences.csv, line 7, userSourcedId: Tea Cher is not a student.",
                "preferences.csv, line 8, userSourcedId: The value is missing.",
                "preferences.csv, line 9: The line has not as many values (4) as the header has columns (3).");
        assertThat(roster.rows("student_registration")).isZero();
    }

    @Test
    void classesOfOtherProgramsAreRefused() {
        new SmallRoster(office)
                .replace("academicSessions.csv", "spring,,Spring", "summer,,Summer")
                .replace("classes.csv", ",spring,", ",summer,").replace("classes.csv", "\nk", "\nm").take();

        assertThat(refusal("u1,m11,Interested"))
                .containsExactly("preferences.csv, line 2, classSourcedId: The class \"m11\" is one of the program summer.");
    }

    @Test
    void anyFileNameDoesButTheProgramMustBeThere() {
        var files = CsvFiles.ofFile("Wishes (2)", "userSourcedId,classSourcedId,type\nu1,k11,Interested".getBytes(UTF_8));

        assertThat(office.in(() -> imports.importPreferences(PROGRAM, files, new Progress())).lines())
                .containsExactly(new Line("Preferences", 1, 0, 0, 0));
        assertThatThrownBy(() -> office.in(() -> imports.importPreferences("autumn", files, new Progress()))).isInstanceOf(NotFound.class);
    }

    private Line take(String... rows) {
        return office.in(() -> imports.importPreferences(PROGRAM, file(rows), new Progress())).lines().get(0);
    }

    private List<String> refusal(String... rows) {
        try {
            take(rows);
        } catch (ImportRefused e) {
            return e.errors().stream().map(ImportError::toString).toList();
        }
        throw new AssertionError("not refused");
    }

    private static CsvFiles file(String... rows) {
        return CsvFiles.ofFile("preferences.csv", ("userSourcedId,classSourcedId,type\n" + String.join("\n", rows)).getBytes(UTF_8));
    }

    private List<StudentRegistration> preferences(String username) {
        return office.in(() -> office.get(Preferences.class).of(PROGRAM, username));
    }
}
