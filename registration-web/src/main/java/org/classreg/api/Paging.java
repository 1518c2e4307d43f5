package org.classreg.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.classreg.errors.InvalidInput;
import org.classreg.lists.Listing;
import org.classreg.lists.Slice;

/**
 * The page of a list that a request asks for, and in which order. A list is a JSON array; in the Link header rel="next" leads to what
 * follows, rel="prev" to what comes before, and on all pages but the first rel="first" to the beginning.
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
        if (cursor == null) {
            return Slice.after(order(), List.of(), limit() + 1);
        }
        var place = Cursor.read(cursor, uri.getRequestUri());
        return new Slice(order(), place.from(), place.backwards(), limit() + 1);
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
     * @param at the instant that the list is of, which the other pages keep; null if the list has none
     */
    public <T> Response page(List<T> found, Listing<T> listing, Function<T, ?> toJson, Instant at) {
        var backwards = slice().backwards();
        var shown = new ArrayList<>(found.subList(0, Math.min(found.size(), limit())));
        if (backwards) {
            Collections.reverse(shown);
        }
        var isMore = found.size() > shown.size();
        var response = Response.ok(shown.stream().map(toJson).toArray());
        var first = first(at);
        if (!shown.isEmpty() && (backwards || isMore)) {
            response.links(link("next", first, new Cursor(listing.values(shown.get(shown.size() - 1), order()), false)));
        }
        if (!shown.isEmpty() && (backwards ? isMore : cursor != null)) {
            response.links(link("prev", first, new Cursor(listing.values(shown.get(0), order()), true)));
        }
        if (cursor != null) {
            response.links(Link.fromUriBuilder(first).rel("first").build());
        }
        return response.build();
    }

    private UriBuilder first(Instant at) {
        var first = uri.getRequestUriBuilder().replaceQueryParam("cursor");
        return at == null ? first : first.replaceQueryParam("at", at);
    }

    private static Link link(String relation, UriBuilder first, Cursor place) {
        return Link.fromUriBuilder(first.clone().queryParam("cursor", place.write(first.build()))).rel(relation).build();
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
