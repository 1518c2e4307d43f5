package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;
import org.classreg.errors.NotFound;
import org.classreg.people.People;
import org.classreg.registration.Registrations;
import org.classreg.registration.Rosters;
import org.classreg.security.Accounts;
import org.classreg.transactions.Busy;
import org.classreg.transactions.Retries;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The real WAR in the real container, seen from inside: injection, transactions, and rights at the boundaries themselves. */
@ArquillianTest
class InContainerIT {

    private static final SectionId SECTION = new SectionId("splash-2026-fall", "E1234s1");

    @Inject
    Catalog catalog;

    @Inject
    People people;

    @Inject
    Registrations registrations;

    @Inject
    Rosters rosters;

    @Inject
    Accounts accounts;

    @Inject
    LosingTransactions losing;

    @Inject
    Clock clock;

    @Deployment
    static WebArchive war() {
        var war = ShrinkWrap.createFromZipFile(WebArchive.class, Workplace.target().resolve("micro/ROOT.war").toFile());
        var assertions = new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        return war.addClasses(InContainerIT.class, LosingTransactions.class, Workplace.class).addAsLibrary(assertions).setWebXML(openForTheRunner(war));
    }

    /** Arquillian's own servlet asks for no sign-in. */
    private static StringAsset openForTheRunner(WebArchive war) {
        try (var webXml = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            var login = "<url-pattern>/login</url-pattern>";
            return new StringAsset(new String(webXml.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(login, login + "<url-pattern>/ArquillianServletRunnerEE9</url-pattern>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSampleProgramIsThere() {
        assertThat(catalog.sections("splash-2026-fall")).hasSize(60).allSatisfy(section ->
                assertThat(section.getEnrolled()).isBetween(0, section.getCapacity()));
    }

    @Test
    void theDomainsErrorsReachTheCallerAsTheyAre() {
        assertThatThrownBy(() -> catalog.getProgram("nowhere")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.getByUsername("nobody")).isInstanceOf(NotFound.class);
    }

    @Test
    void theBoundariesThemselvesRefuseWhoIsNotSignedIn() {
        assertThatThrownBy(() -> registrations.enroll(SECTION, "adalin")).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> rosters.roster(SECTION, "Enrolled", clock.instant(), 0, 10)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> accounts.setPassword("adalin", "a-long-password")).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void aTransactionThatLosesIsTriedAgainInAnotherOne() {
        var transactions = new LinkedHashSet<>();

        losing.lose(Retries.ATTEMPTS - 1, transactions);

        assertThat(transactions).hasSize(Retries.ATTEMPTS).doesNotContainNull();
        var more = new LinkedHashSet<>();
        assertThatThrownBy(() -> losing.lose(Retries.ATTEMPTS, more)).isInstanceOf(Busy.class);
        assertThat(more).hasSize(Retries.ATTEMPTS);
    }
}
