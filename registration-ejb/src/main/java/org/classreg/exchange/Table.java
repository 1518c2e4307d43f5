package org.classreg.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file of a OneRoster set as it is written.
 *
 * @param rows each with a value for each column
 */
record Table(String name, List<String> columns, List<List<String>> rows) {

    /** @param columns separated by commas */
    Table(String name, String columns) {
        this(name, List.of(columns.split(",")), new ArrayList<>());
    }

    /** @param values for all columns, null for an empty one */
    void add(String... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(name + " has " + columns.size() + " columns, the row has " + values.length);
        }
        var row = new ArrayList<String>();
        for (var value : values) {
            row.add(value == null ? "" : value);
        }
        rows.add(row);
    }

    /** Puts the rows in the order of their sourcedIds, which is the same in every office, whatever its database. */
    void sort() {
        rows.sort(Comparator.comparing(row -> row.get(0)));
    }

    /** Writes the table as UTF-8; the stream stays open. */
    void writeTo(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(columns);
        for (var row : rows) {
            csv.writeRecord(row);
        }
        csv.flush();
        text.flush();
    }
}
