package org.classreg.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What manifest.csv says of the other files of a OneRoster set: absent, bulk (all there is) or delta (changes only). */
final class Manifest {

    private static final String FILE = "manifest.csv";
    private static final String NAME = "propertyName";
    private static final String VALUE = "value";
    private static final String ABSENT = "absent";
    private static final String BULK = "bulk";
    private static final String DELTA = "delta";

    private final Map<String, String> properties = new HashMap<>();

    /** Reads the manifest; a set without one is taken as it comes, as bulk. */
    Manifest(CsvFiles files, ImportErrors errors) {
        for (var row : CsvTable.read(files, FILE, errors, NAME, VALUE).rows()) {
            properties.put(row.raw(NAME), row.raw(VALUE));
            check(row, files);
        }
    }

    private static void check(Row row, CsvFiles files) {
        var name = row.raw(NAME);
        var value = row.raw(VALUE);
        if (name.equals("oneroster.version") && !value.startsWith("1.")) {
            row.error(VALUE, "OneRoster \"%s\" is not understood; 1.2 and 1.1 are.".formatted(value));
        }
        if (name.startsWith("file.") && !List.of(ABSENT, BULK, DELTA).contains(value)) {
            row.error(VALUE, "\"%s\" is not %s, %s or %s.".formatted(value, ABSENT, BULK, DELTA));
        } else if (name.startsWith("file.") && !value.equals(ABSENT)) {
            var file = name.substring("file.".length()) + ".csv";
            if (OneRosterSet.FILES.contains(file) && !files.has(file)) {
                row.error(VALUE, "The manifest says %s is there as %s, but it is not in the set.".formatted(file, value));
            }
        }
    }

    /** Whether a file tells changes only. */
    boolean isDelta(String file) {
        return DELTA.equals(properties.get("file." + file.replace(".csv", "")));
    }
}
