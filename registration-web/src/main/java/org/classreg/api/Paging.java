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
        return new Slice(order(), cursor == null ? List.of() : Cursor.read(cursor, uri.getRequestUri()), limit() + 1);
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
        return page(found, last -> listing.values(last, order()), toJson, at);
    }

    private <T> Response page(List<T> found, Function<T, List<String>> values, Function<T, ?> toJson, Instant at) {
        var shown = found.stream().limit(limit()).toList();
        var response = Response.ok(shown.stream().map(toJson).toArray());
        var first = uri.getRequestUriBuilder().replaceQueryParam("cursor");
        if (at != null) {
            first.replaceQueryParam("at", at);
        }
        if (found.size() > shown.size()) {
            var next = Cursor.write(values.apply(shown.get(shown.size() - 1)), first.build());
            response.links(Link.fromUriBuilder(first.clone().queryParam("cursor", next)).rel("next").build());
        }
        if (cursor != null) {
            response.links(Link.fromUriBuilder(first).rel("first").build());
        }
        return response.build();
    }

    /** How many entries to ask for: one more than the page holds, to see whether more follow. */
    public int window() {
        return slice().limit();
    }

    /** How many entries of a list without an order of the caller's choice to skip. */
    public int first() {
        if (sort != null) {
            throw new InvalidInput("sort", "This list has one order alone.");
        }
        var after = slice().after();
        if (after.isEmpty()) {
            return 0;
        }
        if (after.size() > 1 || !after.get(0).matches("\\d{1,9}")) {
            throw new InvalidInput("cursor", "This cursor is not of this list.");
        }
        return Integer.parseInt(after.get(0));
    }

    /** Answers with a page of a list that is here as a whole. */
    public <T> Response cut(List<T> all, Function<T, ?> toJson) {
        var first = Math.min(first(), all.size());
        return page(all.subList(first, Math.min(all.size(), first + window())), toJson, null);
    }

    /** Answers with a page of what follows {@link #first()}. */
    public <T> Response page(List<T> found, Function<T, ?> toJson, Instant at) {
        return page(found, last -> List.of(Integer.toString(first() + limit())), toJson, at);
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
