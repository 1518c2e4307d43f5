package org.classreg.lists;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.errors.InvalidInput;
import org.classreg.lists.Slice.Sort;

/** By which fields the entries of a list can be ordered, in the database or in memory. Immutable. */
public final class Listing<T> {

    private final Map<String, List<Column<T>>> fields;
    private final List<Sort> standard;
    private final List<Column<T>> unique;

    private Listing(Map<String, List<Column<T>>> fields, List<Sort> standard, List<Column<T>> unique) {
        this.fields = fields;
        this.standard = standard;
        this.unique = unique;
    }

    /** A list whose entries are told apart, where all else is equal, by a text. */
    public static <T> Listing<T> byText(String path, Function<T, String> value) {
        return new Listing<>(Map.of(), List.of(), List.of(Column.text(path, value)));
    }

    /** A list whose entries are told apart, where all else is equal, by a number. */
    public static <T> Listing<T> byNumber(String path, Function<T, Long> value) {
        return new Listing<>(Map.of(), List.of(), List.of(Column.number(path, value)));
    }

    public Listing<T> text(String field, String path, Function<T, String> value) {
        return with(field, Column.text(path, value));
    }

    public Listing<T> number(String field, String path, Function<T, Long> value) {
        return with(field, Column.number(path, value));
    }

    public Listing<T> integer(String field, String path, Function<T, Integer> value) {
        return with(field, Column.integer(path, value));
    }

    /** A number that some entries do not have. */
    public Listing<T> integerIfAny(String field, String path, Function<T, Integer> value) {
        return with(field, Column.integer(path, value).orNone());
    }

    public Listing<T> instant(String field, String path, Function<T, Instant> value) {
        return with(field, Column.instant(path, value));
    }

    /** An instant that some entries do not have. */
    public Listing<T> instantIfAny(String field, String path, Function<T, Instant> value) {
        return with(field, Column.instant(path, value).orNone());
    }

    /** A day that some entries do not have. */
    public Listing<T> dayIfAny(String field, String path, Function<T, LocalDate> value) {
        return with(field, Column.day(path, value).orNone());
    }

    /** The same for what entries of the list are told with. */
    public <S> Listing<S> of(Function<S, T> entry) {
        var wrapped = new LinkedHashMap<String, List<Column<S>>>();
        fields.forEach((field, columns) -> wrapped.put(field, columns.stream().map(column -> column.of(entry)).toList()));
        return new Listing<>(wrapped, standard, unique.stream().map(column -> column.of(entry)).toList());
    }

    /** The order that the list has by itself: fields, each with a minus before it if the largest comes first. */
    public Listing<T> inOrderOf(String... order) {
        return new Listing<>(fields, Stream.of(order).map(Listing::sort).toList(), unique);
    }

    /** @param text a field, with a minus before it if the largest comes first */
    public static Sort sort(String text) {
        return text.startsWith("-") ? new Sort(text.substring(1), true) : new Sort(text, false);
    }

    /** A field that is added twice is ordered by the first column, and by the second where that is equal. */
    private Listing<T> with(String field, Column<T> column) {
        var more = new LinkedHashMap<>(fields);
        more.merge(field, List.of(column), (some, others) -> Stream.concat(some.stream(), others.stream()).toList());
        return new Listing<>(more, standard, unique);
    }

    /** The fields by which it can be ordered. */
    public Set<String> fields() {
        return fields.keySet();
    }

    /** What {@link Slice#from} takes to go on from an entry. */
    public List<String> values(T entry, List<Sort> order) {
        return steps(order).stream().map(step -> step.column().write(entry)).toList();
    }

    /**
     * A part of what a query finds, in the direction of the slice.
     *
     * @param query up to its conditions, of which there is at least one; without an order
     * @throws InvalidInput if it is to be ordered by what is none of its fields, or to go on from what is no entry of it
     */
    public TypedQuery<T> query(EntityManager em, Class<T> type, Conditions query, Slice slice) {
        var steps = steps(slice);
        var jpql = new StringBuilder(query.jpql());
        var parameters = new HashMap<>(query.parameters());
        after(steps, slice).ifPresent(keyset -> {
            jpql.append(" and ").append(keyset.jpql());
            parameters.putAll(keyset.parameters());
        });
        jpql.append(steps.stream().map(Step::order).collect(Collectors.joining(", ", " order by ", "")));
        var typed = em.createQuery(jpql.toString(), type).setMaxResults(slice.limit());
        parameters.forEach(typed::setParameter);
        return typed;
    }

    /**
     * A part of what is here as a whole, in the direction of the slice.
     *
     * @throws InvalidInput if it is to be ordered by what is none of its fields, or to go on from what is no entry of it
     */
    public List<T> of(List<T> all, Slice slice) {
        var steps = steps(slice);
        var after = after(steps, slice);
        return all.stream().sorted(steps.stream().<Comparator<T>>map(step -> step::compare).reduce(Comparator::thenComparing).orElseThrow())
                .filter(entry -> after.isEmpty() || after.get().isBefore(entry))
                .limit(slice.limit()).toList();
    }

    private List<Step<T>> steps(Slice slice) {
        var steps = steps(slice.order());
        return slice.backwards() ? steps.stream().map(Step::reversed).toList() : steps;
    }

    private List<Step<T>> steps(List<Sort> order) {
        var steps = new ArrayList<Step<T>>();
        var wanted = order.isEmpty() ? standard : order;
        wanted.forEach(sort -> columns(sort).forEach(column -> steps.add(new Step<>(column, sort.descending()))));
        var last = !wanted.isEmpty() && wanted.get(wanted.size() - 1).descending();
        unique.stream().filter(column -> steps.stream().noneMatch(step -> step.column().path().equals(column.path())))
                .forEach(column -> steps.add(new Step<>(column, last)));
        return steps;
    }

    /** @throws InvalidInput unless the list can be ordered so, be there anything in it or not */
    public void require(Slice slice) {
        slice.order().forEach(this::columns);
    }

    private List<Column<T>> columns(Sort sort) {
        var columns = fields.get(sort.field());
        if (columns == null) {
            throw new InvalidInput("sort", "This list is ordered by " + String.join(", ", fields.keySet()) + ", not by \"" + sort.field() + "\".");
        }
        return columns;
    }

    private static <T> Optional<Keyset<T>> after(List<Step<T>> steps, Slice slice) {
        if (slice.from().isEmpty()) {
            return Optional.empty();
        }
        try {
            var values = new ArrayList<Object>();
            for (int i = 0; i < Math.max(steps.size(), slice.from().size()); i++) {
                values.add(steps.get(i).column().read(slice.from().get(i)));
            }
            return Optional.of(new Keyset<>(steps, values));
        } catch (RuntimeException notOfThisList) {
            throw new InvalidInput("cursor", "This cursor is not of this list.");
        }
    }
}
