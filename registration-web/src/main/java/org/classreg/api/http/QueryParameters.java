package org.classreg.api.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.classreg.errors.InvalidInput;

/**
 * Refuses parameters that an operation does not have: a misspelt one would be passed over, and the answer be to another question. And refuses the
 * character U+0000 in them: PostgreSQL has no text with it, and would fail when it is asked for one.
 */
@Provider
public class QueryParameters implements ContainerRequestFilter {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters();
        if (!given.isEmpty() && !request.getMethod().equals(HttpMethod.OPTIONS)) {
            require(known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::names), given);
        }
    }

    static void require(Set<String> names, Map<String, List<String>> given) {
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw new InvalidInput(name, names.isEmpty() ? "There are no parameters here." : "There is no such parameter here, but "
                        + String.join(", ", names) + ".");
            }
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new InvalidInput(name, "The character U+0000 is in no text.");
            }
        });
    }

    /** By name: of the method and of the beans that it takes. */
    static Set<String> names(Method method) {
        var names = new TreeSet<String>();
        Stream.of(method.getParameters()).flatMap(QueryParameters::parts).map(part -> part.getAnnotation(QueryParam.class))
                .filter(annotation -> annotation != null).map(QueryParam::value).forEach(names::add);
        return names;
    }

    private static Stream<? extends AnnotatedElement> parts(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class) ? Stream.of(parameter.getType().getDeclaredFields()) : Stream.of(parameter);
    }
}
