package org.classreg.exchange;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** One row of a CSV file, read by column. What cannot be read becomes an error of the import and reads as null. */
final class Row {

    /** As long as a sourcedId or a code may be. */
    static final int KEY = 255;

    private final CsvTable table;
    private final long line;
    private final List<String> values;
    private boolean good = true;

    Row(CsvTable table, CsvRecord csv) {
        this.table = table;
        line = csv.getStartingLineNumber();
        values = csv.getFields();
        if (values.size() != table.width()) {
            error(null, "The line has not as many values (%d) as the header has columns (%d).".formatted(values.size(), table.width()));
        }
    }

    /** Reports what is wrong here. */
    void error(String column, String reason) {
        good = false;
        table.add(line, column, reason);
    }

    /** Whether nothing has been wrong so far. */
    boolean isGood() {
        return good;
    }

    long line() {
        return line;
    }

    /** Whether the file has this column at all: one that it does not have says nothing, an empty value says none. */
    boolean has(String column) {
        return table.has(column);
    }

    /** The value as it stands, without blanks around it; empty when there is none. */
    String raw(String column) {
        var index = table.index(column);
        return index < values.size() ? values.get(index).strip() : "";
    }

    /** A text that must be there. */
    String text(String column, int longest) {
        if (!has(column)) {
            good = false;
        } else if (raw(column).isEmpty()) {
            error(column, "The value is missing.");
        }
        return optionalText(column, longest);
    }

    /** A text, null when empty. */
    String optionalText(String column, int longest) {
        var text = raw(column);
        if (text.length() > longest) {
            error(column, "The value has %,d characters; at most %,d are taken.".formatted(text.length(), longest));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** A whole number from 0; null when empty. */
    Integer number(String column) {
        return value(column, Row::parseNumber, "a whole number from 0");
    }

    private static Integer parseNumber(String text) {
        var number = Integer.valueOf(text);
        if (number < 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** An ISO date; null when empty. */
    LocalDate date(String column) {
        return value(column, LocalDate::parse, "a date such as 2024-09-03");
    }

    /** An ISO date that must be there. */
    LocalDate requiredDate(String column) {
        text(column, KEY);
        return date(column);
    }

    /** Null when empty. */
    Boolean flag(String column) {
        return either(column, "true", "false");
    }

    private Boolean either(String column, String yes, String no) {
        return value(column, text -> {
            if (!text.equalsIgnoreCase(yes) && !text.equalsIgnoreCase(no)) {
                throw new IllegalArgumentException(text);
            }
            return text.equalsIgnoreCase(yes);
        }, yes + " or " + no);
    }

    /** The values of a comma-separated list, without empty ones; a value with a comma in it stands in double quotes. */
    List<String> list(String column) {
        return ListValue.read(raw(column));
    }

    /**
     * Any other kind of value; null when empty.
     *
     * @param parser fails with an {@link IllegalArgumentException} or a {@link DateTimeException} on what it does not understand
     * @param expected what it understands, for people
     */
    <T> T value(String column, Function<String, T> parser, String expected) {
        var text = raw(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            error(column, "\"%s\" is not %s.".formatted(text, expected));
            return null;
        }
    }

    /** Whether the source has deleted what this row is about. */
    boolean isToBeDeleted() {
        return Boolean.TRUE.equals(either("status", "tobedeleted", "active"));
    }
}
