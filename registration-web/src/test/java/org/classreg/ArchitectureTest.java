package org.classreg;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import org.classreg.api.catalog.ProgramsResource;
import org.classreg.registration.Registrations;

/** Pages and resources call stateless boundaries, these know entities, and features form no cycles. */
@AnalyzeClasses(packages = "org.classreg", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] WEB = {
        "org.classreg.api..", "org.classreg.console..", "org.classreg.problem..", "org.classreg.signin..", "org.classreg.startup.."};

    @ArchTest
    static void bothModulesAreSeen(JavaClasses classes) {
        assertThat(classes.contain(Registrations.class)).isTrue();
        assertThat(classes.contain(ProgramsResource.class)).isTrue();
    }

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES = slices().matching("org.classreg.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_WEB = noClasses().that().resideOutsideOfPackages(WEB)
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..", "jakarta.faces..", "org.primefaces..");

    @ArchTest
    static final ArchRule THE_DOMAIN_DOES_NOT_CALL_THE_WEB_MODULE = noClasses().that().resideOutsideOfPackages(WEB)
            .should().dependOnClassesThat().resideInAnyPackage(WEB);

    @ArchTest
    static final ArchRule RESOURCES_AND_PAGES_DO_NOT_KNOW_EACH_OTHER = slices().matching("org.classreg.(api|console)..")
            .should().notDependOnEachOther();

    @ArchTest
    static final ArchRule ONLY_THE_DOMAIN_USES_THE_DATABASE = noClasses().that().resideInAnyPackage(WEB)
            .should().dependOnClassesThat().areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule ENTITIES_DO_NOT_CALL_BOUNDARIES = noClasses().that().areAnnotatedWith(Entity.class)
            .should().dependOnClassesThat().areAnnotatedWith(Stateless.class);

    @ArchTest
    static final ArchRule THE_DOMAIN_ASKS_ITS_CLOCK_FOR_THE_TIME = noClasses().that().resideOutsideOfPackages(WEB)
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule BOUNDARIES_ARE_PUBLIC_AND_IN_THE_DOMAIN = classes().that().areAnnotatedWith(Stateless.class)
            .should().bePublic().andShould().resideOutsideOfPackages(WEB);
}
