package org.classreg.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.classreg.catalog.Program;
import org.classreg.errors.Forbidden;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.lists.Slice;
import org.classreg.operations.JournalEntry;
import org.classreg.operations.Operation;
import org.classreg.operations.Operations;
import org.classreg.people.Role;
import org.classreg.registration.Reversals;
import org.classreg.security.AccessToken.Scope;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gave whom which right, and who changed whose account, stands in the journal. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class AdministrationJournalTest {

    private static final String PASSWORD = "a long unusual sentence";

    private final Office office;
    private final SmallProgram program;
    private final ProgramRoles roles;
    private final SectionTeachers teachers;

    AdministrationJournalTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        roles = office.get(ProgramRoles.class);
        teachers = office.get(SectionTeachers.class);
    }

    @BeforeEach
    void peopleOfTheOffice() {
        List.of("ada", "ben", "grace").forEach(name -> program.person(name, null, Role.TEACHER));
        program.section("E1s1", 2, "09:00-10:00");
        office.caller().is("admin", Role.ADMIN);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatIsGivenAndTakenStandsThereOnceWithWhoDidIt() {
        office.in(() -> roles.grant(CODE, "ada", Role.STAFF));
        office.in(() -> roles.grant(CODE, "ada", Role.STAFF));
        office.caller().is("ada", Role.STAFF);
        office.in(() -> roles.grant(CODE, "ben", Role.VOLUNTEER));
        revoke("ben");
        revoke("ben");

        assertThat(journal()).containsExactly("ada revokeRole spring ben: volunteer", "ada grantRole spring ben: volunteer",
                "admin grantRole spring ada: staff");
    }

    @Test
    void whoTeachesIsToldByWhatChanged() {
        teach("ada", "ben");
        teach("ben", "ada");
        teach("grace");

        assertThat(journal()).containsExactly("admin changeTeachers spring E1s1: added grace; removed ada, ben",
                "admin changeTeachers spring E1s1: added ada, ben");
    }

    @Test
    void passwordsAndTokensOfOthersAreForAdministratorsToSee() {
        var tokens = office.get(AccessTokens.class);
        office.caller().is("ada", Role.TEACHER);
        office.in(() -> tokens.issue("Kiosk", Scope.READ, office.clock().instant().plus(Duration.ofDays(1))));
        office.caller().is("admin", Role.ADMIN);
        revokeTokens(tokens, "ada");
        revokeTokens(tokens, "ada");
        office.in(() -> {
            office.get(Accounts.class).setPassword("ada", PASSWORD);
            return null;
        });

        assertThat(journal()).containsExactly("admin setPassword - ada", "admin revokeTokens - ada: 1");
        assertThat(journal().toString()).doesNotContain(PASSWORD);
        var reset = latest().get(0).getId();
        office.in(() -> roles.grant(CODE, "ben", Role.STAFF));
        office.caller().is("ben", Role.STAFF);
        assertThat(journal()).containsExactly("admin grantRole spring ben: staff");
        assertThatThrownBy(() -> office.in(() -> office.get(Operations.class).get(reset))).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        assertThatThrownBy(() -> office.in(() -> roles.grant(CODE, "nobody", Role.STAFF))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> teach("ada", "nobody")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> office.in(() -> {
            office.get(Accounts.class).setPassword("ada", "password");
            return null;
        })).isInstanceOf(InvalidInput.class);
        office.caller().is("ada", Role.STAFF);
        assertThatThrownBy(() -> office.in(() -> roles.grant(CODE, "ada", Role.VOLUNTEER))).isInstanceOf(Forbidden.class);

        office.caller().is("admin", Role.ADMIN);
        assertThat(journal()).isEmpty();
    }

    @Test
    void aRightIsNotUndoneButTakenBack() {
        office.in(() -> roles.grant(CODE, "ada", Role.STAFF));
        var granted = latest().get(0).getId();
        var reversals = office.get(Reversals.class);

        for (var act : List.<Callable<?>>of(() -> reversals.preview(granted), () -> reversals.undo(granted))) {
            assertThatThrownBy(() -> office.in(act)).isInstanceOfSatisfying(Refused.class,
                    e -> assertThat(e.reasons()).singleElement().satisfies(reason -> assertThat(reason.code()).isEqualTo("NOTHING_TO_UNDO")));
        }
        assertThat(office.in(() -> roles.of(CODE))).hasSize(1);
        assertThat(journal()).hasSize(1);
    }

    private void revoke(String username) {
        office.in(() -> {
            roles.revoke(CODE, username, Role.VOLUNTEER);
            return null;
        });
    }

    private void revokeTokens(AccessTokens tokens, String username) {
        office.in(() -> {
            tokens.revokeAll(username);
            return null;
        });
    }

    private void teach(String... usernames) {
        office.in(() -> teachers.replace(id("E1s1"), List.of(usernames), present -> { }));
    }

    private List<Operation> latest() {
        return office.in(() -> office.get(Operations.class).find(new Operations.Filter(null, null, null, null, null, null), Slice.all()))
                .stream().map(JournalEntry::operation).toList();
    }

    /** Each operation as "caller kind program about", the latest first. */
    private List<String> journal() {
        return office.in(() -> office.get(Operations.class).find(new Operations.Filter(null, null, null, null, null, null), Slice.all()).stream()
                .map(JournalEntry::operation)
                .map(operation -> String.join(" ", operation.getCaller(), operation.getKind(),
                        operation.program().map(Program::getCode).orElse("-"), operation.getAbout()))
                .toList());
    }
}
