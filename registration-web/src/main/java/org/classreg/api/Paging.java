package org.classreg.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.classreg.errors.InvalidInput;
import org.classreg.lists.Listing;
import org.classreg.lists.Slice;

/**
 * The page of a list that a request asks for, and in which order. A list is a JSON array; the Link header with rel="next" leads to what
 * follows, and on a later page the one with rel="first" to the beginning.
 */
public class Paging {

    private static final int DEFAULT_LIMIT = 200;
    private static final int MOST = 1_000;

    @QueryParam("limit")
    String limit;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("sort")
    String sort;

    @Context
    UriInfo uri;

    /**
     * What to ask a boundary for: one entry more than the page holds, to see whether more follow.
     *
     * @throws InvalidInput if the limit, the sort or the cursor is malformed, or the cursor is that of another list
     */
    public Slice slice() {
        return new Slice(order(), cursor == null ? List.of() : Cursor.read(cursor, uri), limit() + 1);
    }

    /** Answers with a page of a list that is here as a whole. */
    public <T> Response cut(List<T> all, Listing<T> listing, Function<T, ?> toJson) {
        return page(listing.of(all, slice()), listing, toJson, null);
    }

    /**
     * Answers with a page.
     *
     * @param found what {@link #slice} asks for
     * @param listing the orders of the list
     * @param at the instant that the list is of, which the next page keeps; null if the list has none
     */
    public <T> Response page(List<T> found, Listing<T> listing, Function<T, ?> toJson, Instant at) {
        var shown = found.stream().limit(limit()).toList();
        var response = Response.ok(shown.stream().map(toJson).toArray());
        var first = uri.getRequestUriBuilder().replaceQueryParam("cursor");
        if (at != null) {
            first.replaceQueryParam("at", at);
        }
        if (found.size() > shown.size()) {
            var next = Cursor.write(listing.values(shown.get(shown.size() - 1), order()), first.build());
            response.links(Link.fromUriBuilder(first.clone().queryParam("cursor", next)).rel("next").build());
        }
        if (cursor != null) {
            response.links(Link.fromUriBuilder(first).rel("first").build());
        }
        return response.build();
    }

    private List<Slice.Sort> order() {
        var order = sort == null ? List.<Slice.Sort>of() : Stream.of(sort.split(",", -1)).map(Listing::sort).toList();
        if (order.stream().map(Slice.Sort::field).distinct().count() < order.size()) {
            throw new InvalidInput("sort", "\"" + sort + "\" names a field twice.");
        }
        return order;
    }

    private int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        return Stream.of(limit).filter(text -> text.matches("\\d{1,4}")).map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= MOST).findFirst()
                .orElseThrow(() -> new InvalidInput("limit", "\"" + limit + "\" is not a number from 1 to " + MOST + "."));
    }
}
