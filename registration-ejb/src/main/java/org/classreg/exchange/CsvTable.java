package org.classreg.exchange;

import static de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One CSV file: a header and rows. Blank lines are passed over, and a byte order mark is. */
final class CsvTable {

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
        if (files.has(name)) {
            table.decode(files.content(name)).ifPresent(text -> {
                table.present = true;
                table.parse(text);
                Stream.of(required).forEach(table::require);
            });
        }
        return table;
    }

    private Optional<String> decode(byte[] content) {
        var in = ByteBuffer.wrap(content);
        var out = CharBuffer.allocate(content.length);
        var isUtf8 = !UTF_8.newDecoder().decode(in, out, true).isError();
        var text = out.flip().toString();
        var nul = text.indexOf('\0');
        if (!isUtf8 || nul >= 0) {
            var before = nul < 0 ? text : text.substring(0, nul);
            errors.addUnreadable(new ImportError(name, 1 + lineBreaks(before), null, "This is not UTF-8 text."));
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private void parse(String text) {
        try (var reader = CsvReader.builder().skipEmptyLines(false).allowUnclosedQuote(false)
                .extraFieldStrategy(IGNORE).missingFieldStrategy(IGNORE).ofCsvRecord(text)) {
            reader.forEach(this::take);
        } catch (CsvParseException e) {
            var reason = e.getMessage().replaceFirst(" \\(record starting.*", "");
            errors.addUnreadable(new ImportError(name, nextLine, null, reason + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(CsvRecord line) {
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
