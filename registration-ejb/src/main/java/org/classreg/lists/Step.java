package org.classreg.lists;

/** A column by which a list is ordered, and in which direction. */
record Step<T>(Column<T> column, boolean descending) {

    Step<T> reversed() {
        return new Step<>(column, !descending);
    }

    String order() {
        var direction = descending ? " desc" : " asc";
        return column.path() + direction + (!column.optional() ? "" : descending ? " nulls last" : " nulls first");
    }

    /** The condition for what comes after a value. */
    String after(Object value, String parameter) {
        if (value == null) {
            return descending ? "1 = 0" : column.path() + " is not null";
        }
        var further = column.path() + (descending ? " < :" : " > :") + parameter;
        return descending && column.optional() ? "(" + further + " or " + column.path() + " is null)" : further;
    }

    /** The condition for what is the same in this column. */
    String equal(Object value, String parameter) {
        return column.path() + (value == null ? " is null" : " = :" + parameter);
    }

    int compare(T one, T other) {
        return descending ? column.compareEntries(other, one) : column.compareEntries(one, other);
    }

    /** Above zero if the entry comes after one with this value. */
    int compareToValue(T entry, Object value) {
        return descending ? -column.compare(entry, value) : column.compare(entry, value);
    }
}
