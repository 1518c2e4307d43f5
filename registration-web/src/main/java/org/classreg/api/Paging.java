package org.classreg.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.classreg.errors.InvalidInput;

/** The page of a list that a request asks for. A list is a JSON array; the Link header with rel="next" leads to what follows. */
public class Paging {

    private static final int DEFAULT_LIMIT = 200;
    private static final int MOST = 1_000;

    @QueryParam("limit")
    String limit;

    @QueryParam("cursor")
    String cursor;

    @Context
    UriInfo uri;

    /** How many entries to ask for: one more than the page holds, to see whether more follow. */
    public int window() {
        return limit() + 1;
    }

    /** How many entries of the list to skip. */
    public int first() {
        if (cursor == null) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("cursor", "This cursor is not from a Link header of this API.");
        }
    }

    /** Answers with a page of a list that is here as a whole. */
    public <T> Response cut(List<T> all, Function<T, ?> toJson) {
        var first = Math.min(first(), all.size());
        return page(all.subList(first, Math.min(all.size(), first + window())), toJson, null);
    }

    /**
     * Answers with a page.
     *
     * @param found what follows {@link #first()}, at most {@link #window()} entries
     * @param at the instant that the list is of, which the next page keeps; null if the list has none
     */
    public <T> Response page(List<T> found, Function<T, ?> toJson, Instant at) {
        var response = Response.ok(found.stream().limit(limit()).map(toJson).toArray());
        if (found.size() > limit()) {
            var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", encode(first() + limit()));
            if (at != null) {
                next.replaceQueryParam("at", at);
            }
            response.links(Link.fromUriBuilder(next).rel("next").build());
        }
        return response.build();
    }

    private int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        return Stream.of(limit).filter(text -> text.matches("\\d{1,4}")).map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= MOST).findFirst()
                .orElseThrow(() -> new InvalidInput("limit", "\"" + limit + "\" is not a number from 1 to " + MOST + "."));
    }

    private static String encode(int first) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Integer.toString(first).getBytes(StandardCharsets.US_ASCII));
    }
}
