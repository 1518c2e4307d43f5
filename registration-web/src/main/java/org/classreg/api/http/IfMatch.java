package org.classreg.api.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.classreg.errors.ChangedMeanwhile;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.VersionNeeded;

/**
 * What a request expects to replace: in the header If-Match the ETag of its GET, some of them, or * for whatever it is now. A resource
 * takes it as {@code @BeanParam} and gives the boundary {@link #seen}, which asks it behind its lock. That there is one, and that it is well
 * formed, has been seen to before the body is read ({@link NeededIfMatch}).
 */
public class IfMatch {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e]*\"");
    private static final Pattern TAGS = Pattern.compile("\\s*" + TAG + "(?:\\s*,\\s*" + TAG + ")*\\s*");

    @HeaderParam(HttpHeaders.IF_MATCH)
    List<String> values;

    /**
     * Throws {@link ChangedMeanwhile} unless the state it is given is what the caller has read.
     *
     * @param toJson what GET answers of a state
     */
    public <T> Consumer<T> seen(Function<T, ?> toJson) {
        return state -> {
            var wanted = read(values);
            if (!wanted.equals(ANY) && !names(wanted, ETags.of(toJson.apply(state)))) {
                throw new ChangedMeanwhile();
            }
        };
    }

    /**
     * @param values of the header; null if there is none
     * @throws VersionNeeded without a value
     * @throws InvalidInput if it is malformed
     */
    static String read(List<String> values) {
        if (values == null || values.isEmpty()) {
            throw new VersionNeeded();
        }
        var wanted = String.join(", ", values).strip();
        if (!wanted.equals(ANY) && !TAGS.matcher(wanted).matches()) {
            throw new InvalidInput(HttpHeaders.IF_MATCH, "It is * or ETags, each in quotes.");
        }
        return wanted;
    }

    /** A weak tag is not the same as a strong one, whatever it says. */
    private static boolean names(String wanted, String tag) {
        return TAG.matcher(wanted).results().anyMatch(named -> named.group().equals('"' + tag + '"'));
    }
}
