package org.classreg.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.classreg.errors.InvalidInput.Fault;

/** Names each field of a request that broke a constraint. */
@Provider
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    @Override
    public Response toResponse(ConstraintViolationException violated) {
        var faults = violated.getConstraintViolations().stream().map(ViolationMapper::fault)
                .sorted(Comparator.comparing(Fault::field)).toList();
        var detail = faults.stream().map(fault -> fault.field() + ": " + fault.message()).collect(Collectors.joining("; "));
        return Problems.response(Problem.invalid(detail, faults));
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        return new Fault(field(violation.getPropertyPath()), violation.getMessage());
    }

    /** The path into the body: without the names of the method and its parameter; the body itself is "body". */
    private static String field(Path path) {
        var field = new StringBuilder();
        for (var node : path) {
            if (node.isInIterable() && node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return field.isEmpty() ? "body" : field.toString();
    }
}
