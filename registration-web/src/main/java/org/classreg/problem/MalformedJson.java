package org.classreg.problem;

import java.util.List;
import java.util.regex.Pattern;
import org.classreg.errors.InvalidInput.Fault;

/** Says which field of a JSON body could not be read. JSON-B tells it in its message alone. */
final class MalformedJson {

    private static final Pattern PROPERTY = Pattern.compile("property '?([\\w.]+)'?");

    private MalformedJson() {
    }

    static Problem problem(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var property = PROPERTY.matcher(String.valueOf(cause.getMessage()));
            if (property.find()) {
                return invalid(property.group(1), "This field is unknown here, or its value is not of its type.");
            }
        }
        return invalid("body", "The body is not the JSON that is expected here.");
    }

    private static Problem invalid(String field, String message) {
        return Problem.invalid(field + ": " + message, List.of(new Fault(field, message)));
    }
}
