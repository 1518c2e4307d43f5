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

/**
 * Where a page begins, and to which side it leads. As text it has a mark of the list too, so that it leads nowhere in another one.
 *
 * @param from the values of the entry next to the page
 * @param backwards whether the page is what comes before that entry
 */
record Cursor(List<String> from, boolean backwards) {

    private static final int MARK_BYTES = 6;
    private static final String AFTER = "a";
    private static final String BEFORE = "b";

    String write(URI list) {
        var text = Stream.concat(Stream.of(mark(list), backwards ? BEFORE : AFTER), from.stream())
                .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws InvalidInput if it is no cursor, or that of another list, filter or order */
    static Cursor read(String cursor, URI list) {
        var parts = parts(cursor);
        if (parts.size() < 3 || !parts.get(0).equals(mark(list)) || !List.of(AFTER, BEFORE).contains(parts.get(1))) {
            throw new InvalidInput("cursor", "This cursor is not from a Link header of this list with these parameters.");
        }
        return new Cursor(parts.subList(2, parts.size()), parts.get(1).equals(BEFORE));
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
