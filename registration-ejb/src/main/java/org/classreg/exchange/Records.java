package org.classreg.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The records of one file of a OneRoster set, by sourcedId. */
final class Records<T> {

    static final String SOURCED_ID = "sourcedId";

    private final CsvTable table;
    private final Map<String, T> active = new LinkedHashMap<>();
    private final Map<String, Row> deleted = new LinkedHashMap<>();
    private final Map<String, Row> all = new HashMap<>();

    /** @param parser makes a record of a row, or reports what is wrong with it */
    Records(CsvTable table, Function<Row, T> parser) {
        this.table = table;
        table.require(SOURCED_ID);
        table.rows().stream().filter(Row::isGood).forEach(row -> take(row, parser));
        table.rows().stream().filter(row -> !row.isGood()).forEach(row -> all.putIfAbsent(row.raw(SOURCED_ID), row));
    }

    private void take(Row row, Function<Row, T> parser) {
        var id = row.text(SOURCED_ID, Row.KEY);
        var first = all.putIfAbsent(row.raw(SOURCED_ID), row);
        if (id != null && first != null) {
            row.error(SOURCED_ID, "\"%s\" is on line %d already.".formatted(id, first.line()));
        } else if (row.isToBeDeleted()) {
            deleted.put(id, row);
        } else {
            var parsed = parser.apply(row);
            if (row.isGood()) {
                active.put(id, parsed);
            }
        }
    }

    /** Reports every row of a file that refers to what is not in this one, unless this one is not there or tells changes only. */
    void requireFor(CsvTable other, String column, Manifest manifest) {
        if (table.isPresent() && !manifest.isDelta(table.name())) {
            other.rows().forEach(row -> row.list(column).stream()
                    .filter(id -> !all.containsKey(id))
                    .forEach(id -> row.error(column, "There is no \"%s\" in %s.".formatted(id, table.name()))));
        }
    }

    /** Whether the file is to bring what has this sourcedId: if it is not there, its own row is to blame, and not what refers to it. */
    boolean lists(String id) {
        return all.containsKey(id) && !deleted.containsKey(id);
    }

    CsvTable table() {
        return table;
    }

    boolean has(String column) {
        return table.has(column);
    }

    Collection<T> active() {
        return active.values();
    }

    /** Those that the source has deleted. */
    Map<String, Row> deleted() {
        return deleted;
    }

    /** Every sourcedId of the file. */
    Set<String> ids() {
        return all.keySet();
    }
}
