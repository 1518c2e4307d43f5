package org.classreg.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.classreg.people.People;
import org.classreg.people.Role;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom an OpenID provider has signed in is who was found the first time, whatever the provider calls the account later. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ForeignIdentitiesTest {

    private static final String ISSUER = "https://id.example.org";

    private final Office office;
    private final ForeignIdentities identities;
    private final Accounts accounts;

    ForeignIdentitiesTest(DatabaseKind kind) {
        office = Office.on(kind);
        identities = office.get(ForeignIdentities.class);
        accounts = office.get(Accounts.class);
        new SmallProgram(office).person("ada", null, Role.TEACHER);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aPersonIsFoundByUsernameFirstAndByTheSubjectFromThenOn() {
        assertThat(recognize("1", "ada")).isEqualTo(new Recognition.Welcome("ada"));
        assertThat(recognize("1", "countess")).isEqualTo(new Recognition.Welcome("ada"));
        assertThat(recognize("1", null)).isEqualTo(new Recognition.Welcome("ada"));
    }

    @Test
    void anotherAccountThatGetsTheNameLaterIsNotThePerson() {
        recognize("1", "ada");

        assertThat(recognize("2", "ada")).isInstanceOf(Recognition.Taken.class);
        office.in(() -> {
            accounts.setPassword("ada", "heron on the jetty");
            return null;
        });
        assertThat(recognize("2", "ada")).isEqualTo(new Recognition.Welcome("ada"));
    }

    @Test
    void whoIsNotKnownOrSwitchedOffIsNotLetIn() {
        assertThat(recognize("1", "nobody")).isInstanceOf(Recognition.Unknown.class);
        assertThat(recognize("1", null)).isInstanceOf(Recognition.Unknown.class);
        recognize("1", "ada");
        switchOff();
        assertThat(recognize("1", "ada")).isInstanceOf(Recognition.Disabled.class);
        assertThat(recognize("2", "ada")).isInstanceOf(Recognition.Disabled.class);
    }

    @Test
    void aSessionStandsWithoutAPasswordUntilThePersonIsSwitchedOff() {
        var since = office.clock().instant();
        assertThat(office.in(() -> accounts.standing("ada", since))).hasValueSatisfying(roles -> assertThat(roles).contains("teacher"));
        switchOff();
        assertThat(office.in(() -> accounts.standing("ada", since))).isEmpty();
        assertThat(office.in(() -> accounts.standing("nobody", since))).isEmpty();
    }

    private Recognition recognize(String subject, String username) {
        return office.in(() -> identities.recognize(ISSUER, subject, username));
    }

    private void switchOff() {
        office.in(() -> {
            office.get(People.class).getByUsername("ada").setEnabled(false);
            return null;
        });
    }
}
