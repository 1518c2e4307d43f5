package org.classreg.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * What entries of a list are ordered by. What has no value comes before all that have one.
 *
 * @param path in JPQL, with the alias of the entity
 * @param optional whether some entries have no value
 * @param value of an entry, the same that the path has; null for none
 * @param reader of a value that was written as text
 */
record Column<T>(String path, boolean optional, Function<T, ? extends Comparable<?>> value, Function<String, ? extends Comparable<?>> reader) {

    private static final String NONE = "-";

    static <T> Column<T> text(String path, Function<T, String> value) {
        return new Column<>(path, false, value, Function.identity());
    }

    static <T> Column<T> number(String path, Function<T, Long> value) {
        return new Column<>(path, false, value, Long::valueOf);
    }

    static <T> Column<T> integer(String path, Function<T, Integer> value) {
        return new Column<>(path, false, value, Integer::valueOf);
    }

    static <T> Column<T> instant(String path, Function<T, Instant> value) {
        return new Column<>(path, false, value, Instant::parse);
    }

    static <T> Column<T> day(String path, Function<T, LocalDate> value) {
        return new Column<>(path, false, value, LocalDate::parse);
    }

    String write(T entry) {
        var found = value.apply(entry);
        return found == null ? NONE : "=" + found;
    }

    /** @throws RuntimeException if it is not such a text */
    Object read(String written) {
        return written.equals(NONE) ? null : reader.apply(written.substring(1));
    }

    <S> Column<S> of(Function<S, T> entry) {
        return new Column<>(path, optional, value.compose(entry), reader);
    }

    Column<T> orNone() {
        return new Column<>(path, true, value, reader);
    }

    /** Below zero if the entry comes before one with this value. */
    int compare(T entry, Object other) {
        return naturally(value.apply(entry), other);
    }

    int compareEntries(T one, T other) {
        return compare(one, value.apply(other));
    }

    @SuppressWarnings("unchecked")
    private static int naturally(Object one, Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return ((Comparable<Object>) one).compareTo(other);
    }
}
