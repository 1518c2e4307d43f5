package org.classreg.api;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.errors.InvalidInput;
import org.classreg.idempotency.Sha256;

/** What stands in a cursor: the values of the entry before the page, and a mark of the list, so that it leads nowhere in another one. */
final class Cursor {

    private static final int MARK_BYTES = 6;

    private Cursor() {
    }

    static String write(List<String> values, URI list) {
        var text = Stream.concat(Stream.of(mark(list)), values.stream()).map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws InvalidInput if it is no cursor, or that of another list, filter or order */
    static List<String> read(String cursor, URI list) {
        var parts = parts(cursor);
        if (parts.size() < 2 || !parts.get(0).equals(mark(list))) {
            throw new InvalidInput("cursor", "This cursor is not from a Link header of this list with these parameters.");
        }
        return parts.subList(1, parts.size());
    }

    private static List<String> parts(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Stream.of(text.split("&", -1)).map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8)).toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The same for the same path and parameters; how many entries a page has may change from page to page. */
    private static String mark(URI list) {
        var query = list.getRawQuery() == null ? "" : list.getRawQuery();
        var parameters = Stream.of(query.split("&")).filter(parameter -> !parameter.matches("(cursor|limit)(=.*)?"))
                .map(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8)).sorted().toList();
        var hash = Sha256.digest().digest((list.getPath() + parameters).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, MARK_BYTES));
    }
}
