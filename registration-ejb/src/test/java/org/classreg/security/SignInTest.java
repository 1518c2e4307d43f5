package org.classreg.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.TooManyAttempts;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.security.AccessToken.Scope;
import org.classreg.security.AccessTokens.Issued;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in: with the right password or token, not by guessing, and no longer than agreed. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SignInTest {

    private static final String RIGHT = "heron on the jetty";
    private static final String NEW = "cellar door ajar";
    private static final Verdict WELCOME = new Verdict.Welcome(Set.of("teacher"));
    private static final Verdict WRONG = new Verdict.Wrong();

    private final Office office;

    SignInTest(DatabaseKind kind) {
        office = Office.on(kind);
    }

    @BeforeEach
    void graceHasAnAccount() {
        office.with(em -> {
            em.persist(new Person("grace", "Grace", "Hopper", Role.TEACHER));
            em.persist(new Person("ada", "Ada", "Lovelace", Role.STUDENT));
            return null;
        });
        setPassword("grace", RIGHT);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theRightPasswordIsWelcomedAndNoOther() {
        assertThat(attempt("grace", RIGHT)).isEqualTo(WELCOME);
        assertThat(attempt("grace", RIGHT)).isEqualTo(WELCOME);
        assertThat(attempt("grace", RIGHT + " ")).isEqualTo(WRONG);
        assertThat(attempt("nobody", RIGHT)).isEqualTo(WRONG);
        assertThat(attempt("ada", "")).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grace", "nobody"})
    void afterFiveWrongPasswordsEachFurtherAttemptWaitsTwiceAsLongWhetherTheAccountExistsOrNot(String username) {
        times(5, i -> assertThat(attempt(username, "wrong")).isEqualTo(WRONG));

        assertThat(attempt(username, RIGHT)).isEqualTo(wait(15));
        office.clock().advance(Duration.ofSeconds(15));
        assertThat(attempt(username, "wrong")).isEqualTo(WRONG);
        assertThat(attempt(username, RIGHT)).isEqualTo(wait(30));
    }

    @Test
    void noWaitIsLongerThanAQuarterOfAnHourAndAnHourLaterAllIsForgotten() {
        times(12, i -> {
            attempt("grace", "wrong");
            office.clock().advance(Duration.ofSeconds(i < 4 ? 0 : Math.min(15L << i - 4, 900)));
        });
        attempt("grace", "wrong");
        assertThat(attempt("grace", RIGHT)).isEqualTo(wait(900));

        office.clock().advance(Duration.ofMinutes(60));
        times(4, i -> assertThat(attempt("grace", "wrong")).isEqualTo(WRONG));
        Long kept = office.with(em -> em.createQuery("select count(f) from FailedSignIn f", Long.class).getSingleResult());
        assertThat(kept).isEqualTo(4);
    }

    @Test
    void theRightPasswordAfterTheWaitIsWelcomedAndForgivesTheAccount() {
        times(5, i -> attempt("grace", "wrong"));
        office.clock().advance(Duration.ofSeconds(15));

        assertThat(attempt("grace", RIGHT)).isEqualTo(WELCOME);
        times(4, i -> assertThat(attempt("grace", "wrong")).isEqualTo(WRONG));
        assertThat(attempt("grace", RIGHT)).isEqualTo(WELCOME);
    }

    @Test
    void anAddressThatTriesManyAccountsWaitsAndOthersDoNot() {
        office.in(() -> {
            times(100, i -> office.get(FailedSignIns.class).add("user" + i, "192.0.2.1"));
            return null;
        });

        assertThat(attempt("grace", RIGHT)).isEqualTo(wait(15));
        assertThat(office.in(() -> office.get(SignIns.class).attempt("grace", RIGHT, "192.0.2.2"))).isEqualTo(WELCOME);
    }

    @Test
    void whatWasTypedAsAUsernameIsNotKept() {
        attempt("a password in the wrong field", "wrong");

        var kept = office.<String>with(em -> em.createNativeQuery("select account from failed_sign_in").getSingleResult().toString());
        assertThat(kept).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "password1234", "PasswordPassword", "1qaz2wsx3edc", "121212121212", "xx Grace Hopper xx",
        "!!welcome!!2026"})
    void aPasswordIsLongAndNotAmongTheFirstThatAreGuessed(String weak) {
        assertThatThrownBy(() -> setPassword("grace", weak)).isInstanceOf(InvalidInput.class).hasMessageStartingWith("password: ");
        assertThatThrownBy(() -> setPassword("grace", "long".repeat(33))).hasMessageContaining("12 to 128 characters");
        assertThat(attempt("grace", RIGHT)).isEqualTo(WELCOME);
    }

    @Test
    void aChangedPasswordEndsSessionsAndLeavesTokens() {
        var since = office.clock().instant();
        var secret = issue(Scope.READ).secret();
        assertThat(standsSince(since)).isTrue();
        office.clock().tick();

        changePassword(RIGHT, NEW);

        assertThat(attempt("grace", RIGHT)).isEqualTo(WRONG);
        assertThat(attempt("grace", NEW)).isEqualTo(WELCOME);
        assertThat(standsSince(since)).isFalse();
        assertThat(standsSince(office.clock().instant())).isTrue();
        assertThat(bears(secret)).isTrue();
    }

    @Test
    void whoeverSitsAtAForeignSessionCannotGuessItsPassword() {
        times(5, i -> assertThatThrownBy(() -> changePassword("wrong", NEW)).hasMessage("current: This is not your password."));

        assertThatThrownBy(() -> changePassword(RIGHT, NEW)).isInstanceOf(TooManyAttempts.class)
                .hasMessage("Too many passwords were wrong. Try again in 15 seconds.");
    }

    @Test
    void anAdministratorsResetEndsTokensToo() {
        var secret = issue(Scope.WRITE).secret();

        setPassword("grace", NEW);

        assertThat(bears(secret)).isFalse();
        assertThatThrownBy(() -> setPassword("nobody", NEW)).isInstanceOf(NotFound.class);
    }

    @Test
    void aTokenSpeaksForItsOwnerUntilItExpiresOrIsRevoked() {
        var first = issue(Scope.READ);
        var second = issue(Scope.WRITE);

        var bearer = office.in(() -> office.get(AccessTokens.class).verify(first.secret())).orElseThrow();
        assertThat(bearer).isEqualTo(new AccessTokens.Bearer("grace", Set.of("teacher"), Scope.READ));
        assertThat(first.secret()).matches("crt_[A-Za-z0-9_-]{43}").isNotEqualTo(second.secret());
        revoke(first.token().getId());
        assertThat(bears(first.secret())).isFalse();
        assertThatThrownBy(() -> revoke(first.token().getId())).isInstanceOf(NotFound.class);

        office.clock().advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(bears(second.secret())).isTrue();
        office.clock().advance(Duration.ofSeconds(1));
        assertThat(bears(second.secret())).isFalse();
        assertThat(bears("crt_guess")).isFalse();
    }

    @Test
    void aTokenIsSeenAndRevokedByItsOwnerAlone() {
        var id = issue(Scope.READ).token().getId();
        office.caller().is("ada", Role.STUDENT);

        assertThat(office.in(() -> office.get(AccessTokens.class).own())).isEmpty();
        assertThatThrownBy(() -> revoke(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void aDisabledPersonIsOutAtOnce() {
        var since = office.clock().instant();
        var secret = issue(Scope.READ).secret();
        attempt("grace", RIGHT);

        office.with(em -> em.createQuery("update Person p set p.enabled = false where p.username = 'grace'").executeUpdate());

        assertThat(attempt("grace", RIGHT)).isEqualTo(WRONG);
        assertThat(standsSince(since)).isFalse();
        assertThat(bears(secret)).isFalse();
    }

    @Test
    void aTokenHasANameAScopeAndAnEnd() {
        var now = office.clock().instant();
        assertThatThrownBy(() -> office.in(() -> office.get(AccessTokens.class).issue(" ", null, now)))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.faults()).extracting(InvalidInput.Fault::field)
                        .containsExactly("name", "scope", "expiresAt"));
        assertThatThrownBy(() -> office.in(() -> office.get(AccessTokens.class).issue("x", Scope.READ, now.plus(Duration.ofDays(367)))))
                .hasMessageContaining("within 366 days");
    }

    private Verdict attempt(String username, String password) {
        return office.in(() -> office.get(SignIns.class).attempt(username, password, "192.0.2.1"));
    }

    /** As an administrator does; then grace calls again. */
    private void setPassword(String username, String password) {
        office.caller().is("admin", Role.ADMIN);
        try {
            office.in(() -> {
                office.get(Accounts.class).setPassword(username, password);
                return null;
            });
        } finally {
            office.caller().is("grace", Role.TEACHER);
        }
    }

    private void changePassword(String current, String password) {
        // The server keeps the failure although the change is undone; here both share a transaction.
        var failure = office.in(() -> {
            try {
                office.get(OwnAccount.class).changePassword(current, password, "192.0.2.1");
                return null;
            } catch (InvalidInput | TooManyAttempts e) {
                return e;
            }
        });
        if (failure != null) {
            throw failure;
        }
    }

    private Issued issue(Scope scope) {
        var expires = office.clock().instant().plus(Duration.ofDays(30));
        return office.in(() -> office.get(AccessTokens.class).issue("kiosk", scope, expires));
    }

    private void revoke(long id) {
        office.in(() -> {
            office.get(AccessTokens.class).revoke(id);
            return null;
        });
    }

    private boolean bears(String secret) {
        return office.in(() -> office.get(AccessTokens.class).verify(secret)).isPresent();
    }

    private boolean standsSince(Instant since) {
        return office.in(() -> office.get(Accounts.class).standing("grace", since)).isPresent();
    }

    private static Verdict wait(int seconds) {
        return new Verdict.Wait(Duration.ofSeconds(seconds));
    }

    private static void times(int count, IntConsumer action) {
        IntStream.range(0, count).forEach(action);
    }
}
