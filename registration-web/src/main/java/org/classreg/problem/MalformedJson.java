package org.classreg.problem;

import java.time.DateTimeException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.classreg.errors.InvalidInput.Fault;

/** Says which field of a JSON body could not be read. JSON-B tells it in its message alone. */
final class MalformedJson {

    private static final Pattern PROPERTY = Pattern.compile("property '?([\\w.]+)'?");

    private MalformedJson() {
    }

    static Problem problem(Throwable failure) {
        var time = causes(failure).filter(DateTimeException.class::isInstance).map(Throwable::getMessage).findFirst();
        return causes(failure).map(cause -> PROPERTY.matcher(String.valueOf(cause.getMessage()))).filter(Matcher::find).findFirst()
                .map(property -> invalid(property.group(1), time.orElse("This field is unknown here, or its value is not of its type.")))
                .orElseGet(() -> invalid("body", "The body is not the JSON that is expected here."));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Problem invalid(String field, String message) {
        return Problem.invalid(field + ": " + message, List.of(new Fault(field, message)));
    }
}
