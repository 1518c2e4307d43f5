package org.classreg.problem;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.classreg.errors.ChangedMeanwhile;
import org.classreg.errors.Forbidden;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.errors.TooManyAttempts;
import org.classreg.errors.VersionNeeded;
import org.classreg.exchange.ImportRefused;
import org.classreg.idempotency.KeyReused;
import org.classreg.transactions.Busy;
import org.classreg.transactions.Retries;

/** Makes a problem of whatever a resource throws. What nobody foresaw tells no internals, but an id that is in the log. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        return causes(failure).map(FailureMapper::known).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> Problems.response(unforeseen(failure)));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<Response> known(Throwable failure) {
        if (failure instanceof WebApplicationException e) {
            return Optional.of(ofHttp(e));
        }
        if (failure instanceof TooManyAttempts e) {
            return Optional.of(Response.fromResponse(Problems.response(Problem.tooManyAttempts(e.seconds()))).header("Retry-After", e.seconds()).build());
        }
        return Optional.ofNullable(problem(failure)).map(Problems::response);
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof Taken e) {
            return Problem.taken(e.getMessage(), e.reasons(), e.fault());
        } else if (failure instanceof Refused e) {
            return Problem.refused(e.getMessage(), e.reasons());
        } else if (failure instanceof InvalidInput e) {
            return Problem.invalid(e.getMessage(), e.faults());
        } else if (failure instanceof ImportRefused e) {
            return Problem.invalidImport(e.getMessage(), e.errors());
        } else if (failure instanceof NotFound e) {
            return Problem.of(404, e.getMessage());
        } else if (failure instanceof Forbidden e) {
            return Problem.of(403, e.getMessage());
        } else if (failure instanceof ChangedMeanwhile) {
            return Problem.of(412, failure.getMessage());
        } else if (failure instanceof KeyReused) {
            return Problem.of(422, failure.getMessage());
        } else if (failure instanceof VersionNeeded) {
            return Problem.of(428, failure.getMessage());
        } else if (failure instanceof Busy || failure instanceof SQLException && Retries.isLost(failure)) {
            return Problem.of(503, new Busy().getMessage());
        } else if (failure instanceof EJBAccessException || failure instanceof AccessLocalException) {
            return Problem.of(403, "Your role does not allow this.");
        } else if (failure instanceof PersistenceException && isConstraintViolation(failure)) {
            return Problem.refused("Somebody else changed the same thing at the same time. Try again.",
                    List.of(new Reason("CHANGED_MEANWHILE", "Somebody else changed the same thing at the same time. Try again.")));
        } else if (failure instanceof JsonbException || failure instanceof JsonException || failure instanceof ProcessingException) {
            return MalformedJson.problem(failure);
        }
        return null;
    }

    private static boolean isConstraintViolation(Throwable failure) {
        return causes(failure).anyMatch(SQLIntegrityConstraintViolationException.class::isInstance)
                || causes(failure).anyMatch(cause -> cause instanceof SQLException e
                        && e.getSQLState() != null && e.getSQLState().startsWith("23"));
    }

    /** Keeps the headers of the original, such as Allow. */
    private static Response ofHttp(WebApplicationException failure) {
        var original = failure.getResponse();
        var problem = switch (original.getStatus()) {
            case 400 -> MalformedJson.problem(failure);
            case 404 -> Problem.of(404, "There is nothing at this address.");
            case 405 -> Problem.of(405, original.getHeaderString("Allow") == null ? "No address understands this method."
                    : "This address understands " + allowed(original.getHeaderString("Allow")) + ".");
            case 406 -> Problem.of(406, "The answer cannot be given in a form that Accept names.");
            case 415 -> Problem.of(415, "The Content-Type, charset or Content-Encoding of the body is not one that is understood here.");
            case 503 -> Problem.of(503, failure.getMessage());
            default -> original.getStatus() >= 500 ? unforeseen(failure) : Problem.of(original.getStatus(), failure.getMessage());
        };
        var response = Response.fromResponse(Problems.response(problem));
        original.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> response.header(name, name.equalsIgnoreCase("Allow") ? allowed(String.valueOf(value)) : value));
            }
        });
        return response.build();
    }

    /** Jersey forgets that what can be read can be asked for its headers alone. */
    private static String allowed(String methods) {
        return methods.contains("GET") && !methods.contains("HEAD") ? methods + ", HEAD" : methods;
    }

    private static Problem unforeseen(Throwable failure) {
        var id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, failure, () -> "Failure " + id);
        return Problem.failure(id);
    }
}
