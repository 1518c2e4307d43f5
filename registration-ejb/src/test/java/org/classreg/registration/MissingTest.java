package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has neither checked in nor attended loses the seat, to who waits for it. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class MissingTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final Missing missing;

    MissingTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        missing = office.get(Missing.class);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void onlyWhoWasNotSeenByThenIsMissing() {
        program.students(4);
        program.section("E1s1", 3, "09:00-10:00");
        for (var student : List.of("s1", "s2", "s3")) {
            office.in(() -> registrations.enroll(id("E1s1"), student));
        }
        office.in(() -> registrations.register(id("E1s1"), "s4", RegistrationType.WAITLIST));
        office.in(() -> office.get(CheckIns.class).checkIn(CODE, "s1"));
        office.in(() -> registrations.register(id("E1s1"), "s2", RegistrationType.ATTENDED));
        var by = office.clock().tick();
        office.clock().tick();

        assertThat(office.in(() -> missing.preview(CODE, by))).extracting(MissingTest::username).containsExactly("s3");
        assertThat(office.in(() -> missing.unenroll(CODE, by))).extracting(MissingTest::username).containsExactly("s3");

        var now = office.clock().tick();
        assertThat(office.in(() -> office.get(Rosters.class).roster(id("E1s1"), RegistrationType.ENROLLED, now, 0, 10)))
                .extracting(MissingTest::username).containsExactly("s1", "s2", "s4");
        assertThat(office.in(() -> missing.preview(CODE, by))).isEmpty();
    }

    private static String username(StudentRegistration registration) {
        return registration.getStudent().getUsername();
    }
}
