package org.classreg.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.api.http.IfMatch;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The document at /openapi describes what the resources do: no path too many, none missing. */
class OpenApiTest {

    private static final Set<String> HTTP_METHODS = Set.of("get", "post", "put", "delete", "patch");

    @Test
    void everyResourceMethodStandsInTheDocumentAndNothingElse() throws Exception {
        assertThat(described(operation -> true)).hasSizeGreaterThan(10).isEqualTo(operations(method -> true));
    }

    @Test
    void ifMatchIsTakenExactlyWhereTheDocumentSaysSo() throws Exception {
        assertThat(operations(OpenApiTest::takesIfMatch)).hasSizeGreaterThan(2)
                .isEqualTo(described(operation -> String.valueOf(operation.get("parameters")).contains("parameters/ifMatch")));
    }

    private static boolean takesIfMatch(Method method) {
        return List.of(method.getParameterTypes()).contains(IfMatch.class);
    }

    private static Set<String> described(Predicate<Map<?, ?>> wanted) throws Exception {
        try (var document = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            Map<String, Map<String, Map<String, Object>>> openApi = new Yaml().load(document);
            return openApi.get("paths").entrySet().stream()
                    .flatMap(path -> path.getValue().keySet().stream().filter(HTTP_METHODS::contains)
                            .filter(method -> wanted.test((Map<?, ?>) path.getValue().get(method)))
                            .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> operations(Predicate<Method> wanted) {
        return new ClassFileImporter().importPackages("org.classreg.api").stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect)
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()).filter(wanted).flatMap(OpenApiTest::operations))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operations(Method method) {
        var path = Stream.of(Api.class.getAnnotation(ApplicationPath.class).value(),
                        method.getDeclaringClass().getAnnotation(Path.class).value(),
                        method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "")
                .filter(part -> !part.isEmpty())
                .map(part -> "/" + part.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                .collect(Collectors.joining());
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(http -> http.value() + " " + path);
    }
}
