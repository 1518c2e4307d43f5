package org.classreg.api.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** No POST can be left out: the extension is in place, and every method with POST is one that it finds and whose answer can be kept. */
@AnalyzeClasses(packages = "org.classreg", importOptions = ImportOption.DoNotIncludeTests.class)
class IdempotentPostsTest {

    /** Otherwise CDI, and with it the interceptor, would not see the resource. */
    @ArchTest
    static final ArchRule EVERY_RESOURCE_IS_A_BEAN = classes().that().areAnnotatedWith(Path.class)
            .should().beAnnotatedWith(ApplicationScoped.class);

    @ArchTest
    static void everyPostAnswersInJsonAloneWhichIsWhatIsKept(JavaClasses all) {
        var posts = all.stream().flatMap(type -> type.getMethods().stream()).filter(method -> method.isAnnotatedWith(POST.class)).toList();

        assertThat(posts).hasSizeGreaterThan(5).allSatisfy(post -> {
            assertThat(post.getOwner().isAnnotatedWith(Path.class)).isTrue();
            assertThat(produced(post)).containsExactly(MediaType.APPLICATION_JSON);
        });
    }

    @ArchTest
    static void theServerLoadsTheExtension(JavaClasses all) {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(EveryPost.class);
    }

    private static List<String> produced(JavaMethod post) {
        return Stream.of(post.tryGetAnnotationOfType(Produces.class), post.getOwner().tryGetAnnotationOfType(Produces.class))
                .filter(found -> found.isPresent()).findFirst().map(found -> List.of(found.get().value())).orElse(List.of());
    }
}
