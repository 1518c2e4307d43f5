package org.classreg.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** A row of preferences.csv: that a student asks for a section, and how much. */
record PreferenceRow(Row row, String user, String section, String type) {

    static final String FILE = "preferences.csv";
    static final String TYPE = "type";

    private record Key(String user, String section, String type) {
    }

    /** The rows of preferences.csv, or of the only file whatever its name; one that is there twice is an error. */
    static List<PreferenceRow> read(CsvFiles files, ImportErrors errors, Progress progress) {
        var name = files.names().size() == 1 ? files.names().iterator().next() : FILE;
        if (!files.has(name)) {
            throw new ImportRefused(FILE, "The file is missing.");
        }
        return readIfPresent(files, name, errors, progress);
    }

    /** The rows of a file, none if it is not there; one that is there twice is an error. */
    static List<PreferenceRow> readIfPresent(CsvFiles files, String name, ImportErrors errors, Progress progress) {
        progress.begin("Reading " + name, 0);
        var table = CsvTable.read(files, name, errors, References.USER, References.SECTION, TYPE);
        var lines = new HashMap<Key, Long>();
        return table.rows().stream().filter(Row::isGood).map(PreferenceRow::of).flatMap(Stream::ofNullable).filter(preference -> {
            var first = lines.putIfAbsent(new Key(preference.user, preference.section, preference.type), preference.row.line());
            if (first != null) {
                preference.row.error(null, "This preference is on line %d already.".formatted(first));
            }
            return first == null;
        }).toList();
    }

    private static PreferenceRow of(Row row) {
        var preference = new PreferenceRow(row, row.text(References.USER, Row.KEY), row.text(References.SECTION, Row.KEY),
                row.text(TYPE, 50));
        return row.isGood() ? preference : null;
    }
}
