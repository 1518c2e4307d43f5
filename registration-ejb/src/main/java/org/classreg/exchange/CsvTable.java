package org.classreg.exchange;

import static de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One CSV file: a header and rows. Blank lines are passed over, and a byte order mark is. It is read as a stream: its text is never there as a whole. */
final class CsvTable {

    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_VALUE = 100_000;
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final String name;
    private final ImportErrors errors;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private long nextLine = 1;
    private boolean present;

    private CsvTable(String name, ImportErrors errors) {
        this.name = name;
        this.errors = errors;
    }

    /**
     * Reads a file of the set; one that is not in the set is an empty table without columns.
     *
     * @param required the columns that it must have
     */
    static CsvTable read(CsvFiles files, String name, ImportErrors errors, String... required) {
        var table = new CsvTable(name, errors);
        if (files.has(name) && table.isText(files)) {
            table.present = true;
            table.parse(files);
            Stream.of(required).forEach(table::require);
        }
        return table;
    }

    private boolean isText(CsvFiles files) {
        var line = Utf8.firstLineOfOther(files.content(name));
        line.ifPresent(at -> errors.addUnreadable(new ImportError(name, at, null, "This is not UTF-8 text.")));
        return line.isEmpty();
    }

    private void parse(CsvFiles files) {
        var handler = CsvRecordHandler.builder().maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_VALUE).build();
        try (var reader = CsvReader.builder().skipEmptyLines(false).allowUnclosedQuote(false).maxBufferSize(2 * LONGEST_VALUE)
                .extraFieldStrategy(IGNORE).missingFieldStrategy(IGNORE).build(handler, Utf8.text(files.content(name)))) {
            reader.forEach(this::take);
        } catch (CsvParseException e) {
            errors.addUnreadable(new ImportError(name, nextLine, null, reason(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(CsvParseException failure) {
        return failure.getMessage().contains("maximum")
                ? "A line has at most %,d values of %,d characters each; here are more, or a quote is not closed.".formatted(MOST_COLUMNS, LONGEST_VALUE)
                : failure.getMessage().replaceFirst(" \\(record starting.*", "") + ".";
    }

    private void take(CsvRecord line) {
        errors.countRow(name, line.getFieldCount());
        nextLine = line.getStartingLineNumber() + 1 + line.getFields().stream().mapToLong(CsvTable::lineBreaks).sum();
        if (line.getFields().stream().allMatch(String::isBlank)) {
            return;
        }
        if (columns.isEmpty()) {
            takeHeader(line);
        } else {
            rows.add(new Row(this, line));
        }
    }

    private void takeHeader(CsvRecord line) {
        for (var column : line.getFields()) {
            if (columns.putIfAbsent(column.strip(), columns.size()) != null) {
                errors.addUnreadable(new ImportError(name, line.getStartingLineNumber(), column, "The column is there twice."));
            }
        }
    }

    /** Reports that a column is missing, unless the whole file is. */
    void require(String column) {
        if (present && !has(column)) {
            errors.addUnreadable(new ImportError(name, 1, column, "The column is missing."));
        }
    }

    private static long lineBreaks(String text) {
        return LINE_BREAK.matcher(text).results().count();
    }

    void add(long line, String column, String reason) {
        errors.add(new ImportError(name, line, column, reason));
    }

    /** Whether the file is in the set, and text. */
    boolean isPresent() {
        return present;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Where in a row the column is, from 0; beyond any row if there is no such column. */
    int index(String column) {
        return columns.getOrDefault(column, Integer.MAX_VALUE);
    }

    int width() {
        return columns.size();
    }

    String name() {
        return name;
    }

    List<Row> rows() {
        return rows;
    }
}
