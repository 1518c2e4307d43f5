package org.classreg.problem;

import static java.util.Map.entry;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.Reason;
import org.classreg.errors.TooManyAttempts;
import org.classreg.exchange.ImportError;

/**
 * An error as the API tells it, by RFC 9457.
 *
 * @param type a URI of this server that explains this kind of problem
 * @param title the same for all problems of the type
 * @param status the HTTP status
 * @param detail what is wrong this time, for people
 * @param reasons each rule that refuses, with a code for programs; null unless the rules refuse
 * @param errors each field at fault; null unless the input is malformed, or a name in it is taken
 * @param importErrors each place at fault in a file; null unless an import is refused
 * @param id under which the server's log tells more; null unless the server failed
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "reasons", "errors", "importErrors", "id"})
public record Problem(String type, String title, int status, String detail, List<Reason> reasons, List<Fault> errors,
        List<ImportError> importErrors, String id) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, Kind> KINDS = Map.ofEntries(
            entry(400, new Kind("invalid-input", "The request is malformed")),
            entry(401, new Kind("not-signed-in", "Nobody is signed in")),
            entry(403, new Kind("forbidden", "The caller has no right to this")),
            entry(404, new Kind("not-found", "There is no such thing")),
            entry(405, new Kind("method-not-allowed", "The method does not apply here")),
            entry(406, new Kind("not-acceptable", "The answer cannot be given in this form")),
            entry(409, new Kind("refused", "The rules or the present state refuse this")),
            entry(412, new Kind("changed-meanwhile", "What was read has changed")),
            entry(413, new Kind("too-large", "The request is too large")),
            entry(415, new Kind("unsupported-media-type", "The body is of a type that is not understood here")),
            entry(422, new Kind("key-reused", "The key is that of another request")),
            entry(428, new Kind("version-needed", "What is to be replaced is not said")),
            entry(429, new Kind("too-many-requests", "Too much was asked or tried in a short time")),
            entry(500, new Kind("server-failure", "The server failed")),
            entry(503, new Kind("busy", "Too many changes at the same time")));

    private record Kind(String name, String title) {
    }

    /** A problem of a status' usual kind. */
    public static Problem of(int status, String detail) {
        var kind = KINDS.getOrDefault(status, status < 500 ? KINDS.get(400) : KINDS.get(500));
        return new Problem("/problems#" + kind.name(), kind.title(), status, detail, null, null, null, null);
    }

    /** That too many passwords were wrong, and nothing is checked for so many seconds. */
    public static Problem tooManyAttempts(long seconds) {
        return of(429, new TooManyAttempts(seconds).getMessage());
    }

    static Problem refused(String detail, List<Reason> reasons) {
        var base = of(409, detail);
        return new Problem(base.type, base.title, base.status, detail, reasons, null, null, null);
    }

    static Problem taken(String detail, List<Reason> reasons, Fault fault) {
        var base = of(409, detail);
        return new Problem(base.type, base.title, base.status, detail, reasons, List.of(fault), null, null);
    }

    static Problem invalid(String detail, List<Fault> faults) {
        var base = of(400, detail);
        return new Problem(base.type, base.title, base.status, detail, null, faults, null, null);
    }

    static Problem invalidImport(String detail, List<ImportError> errors) {
        var base = of(400, detail);
        return new Problem("/problems#import-refused", "The import is refused as a whole", base.status, detail, null, null, errors, null);
    }

    static Problem failure(String id) {
        var base = of(500, "The server failed; its log tells more under this id.");
        return new Problem(base.type, base.title, base.status, base.detail, null, null, null, id);
    }
}
