package org.classreg;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.registration.Registrations;

/** No boundary is left open by chance: each method says who may call it, and what everybody may call stands here with the reason. */
@AnalyzeClasses(packages = "org.classreg", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    /** By class or method. Nothing of these is reached by a request but through what the reason names. */
    private static final Map<String, String> FOR_EVERYBODY = Map.ofEntries(
            Map.entry("Catalog", "the catalog is readable for everybody who is signed in, which the web layer asks for"),
            Map.entry("People", "finds people for other boundaries, which judge whether the caller may know them, and for start-up"),
            Map.entry("RegistrationTypes", "the types are the same for all, and no secret"),
            Map.entry("SectionSearch", "finds what is in the catalog"),
            Map.entry("SeatCounts", "how full sections are is as readable as the catalog"),
            Map.entry("ForeignIdentities", "asks who somebody is whom a provider has signed in, before the request has a caller"),
            Map.entry("SeatLog", "how full sections are is as readable as the catalog, and told to everybody alike"),
            Map.entry("Transactions", "does what its caller could do, in a transaction"),
            Map.entry("KeptAnswers", "a key is its caller's own, and answers are found under the caller's name alone"),
            Map.entry("Offers", "ends what has lapsed by itself: for the timer, which has no caller"),
            Map.entry("FirstData", "for start-up, which has no caller; does nothing a second time"),
            Map.entry("FailedSignIns", "counts the failures of those who are not yet signed in"),
            Map.entry("AccessTokens.verify", "asks who somebody is who is not yet signed in"),
            Map.entry("Accounts.recall", "asks who somebody is who is not yet signed in"),
            Map.entry("Accounts.verify", "asks who somebody is who is not yet signed in, behind SignIns"),
            Map.entry("Accounts.standing", "asks whether a session still stands, before its request has a caller"),
            Map.entry("Accounts.open", "for start-up, and for OwnAccount, which has checked the password"),
            Map.entry("Accounts.hasAdministrator", "for start-up"),
            Map.entry("Calendars.read", "the address is the secret"));

    @ArchTest
    static void everyMethodSaysWhoMayCallIt(JavaClasses classes) {
        var unprotected = methods(classes).filter(method -> !has(method, RolesAllowed.class) && !has(method, PermitAll.class)).toList();

        assertThat(classes.contain(Registrations.class)).isTrue();
        assertThat(unprotected).extracting(JavaMethod::getFullName).isEmpty();
    }

    @ArchTest
    static void whatEverybodyMayCallHasAReason(JavaClasses classes) {
        var open = methods(classes).filter(BoundariesTest::isOpen).flatMap(BoundariesTest::names).collect(Collectors.toCollection(TreeSet::new));
        var unreasoned = methods(classes).filter(BoundariesTest::isOpen)
                .filter(method -> names(method).noneMatch(FOR_EVERYBODY::containsKey)).map(JavaMethod::getFullName).toList();

        assertThat(unreasoned).isEmpty();
        assertThat(open).as("no reason for what is not open any more").containsAll(FOR_EVERYBODY.keySet());
    }

    private static Stream<JavaMethod> methods(JavaClasses classes) {
        return classes.stream().filter(type -> type.isAnnotatedWith(Stateless.class)).flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static boolean isOpen(JavaMethod method) {
        return method.isAnnotatedWith(PermitAll.class) || !method.isAnnotatedWith(RolesAllowed.class) && method.getOwner().isAnnotatedWith(PermitAll.class);
    }

    private static boolean has(JavaMethod method, Class<? extends Annotation> annotation) {
        return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
    }

    private static Stream<String> names(JavaMethod method) {
        var type = method.getOwner().getSimpleName();
        return Stream.of(type, type + "." + method.getName());
    }
}
