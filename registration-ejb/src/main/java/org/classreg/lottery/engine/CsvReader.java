package org.classreg.lottery.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads a plain comma-separated file row by row, its columns by name; errors name the file and the line. */
final class CsvReader implements AutoCloseable {

    private final Path file;
    private final BufferedReader reader;
    private final int columns;
    /** Where each asked column stands in the file. */
    private final int[] position;
    private final List<String> names;
    private String[] fields;
    private int line = 1;

    /** @param names of the columns to read; others are left aside */
    CsvReader(Path file, String... names) throws IOException {
        this.file = file;
        this.names = List.of(names);
        reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        var header = reader.readLine();
        var found = header == null ? List.<String>of() : Arrays.asList(header.strip().split(",", -1));
        columns = found.size();
        position = this.names.stream().mapToInt(found::indexOf).toArray();
        for (var column = 0; column < position.length; column++) {
            if (position[column] < 0) {
                throw wrong("there is no column \"" + names[column] + "\"");
            }
        }
    }

    /** @return false at the end of the file */
    boolean next() throws IOException {
        var row = reader.readLine();
        line++;
        if (row == null) {
            return false;
        }
        fields = split(row);
        return true;
    }

    /** @param column of the asked ones, from 0 */
    int number(int column) {
        return number(column, text(column));
    }

    /** Numbers separated by spaces; at least one. */
    int[] numbers(int column) {
        return Arrays.stream(text(column).split(" ")).mapToInt(part -> number(column, part)).toArray();
    }

    /** What is wrong with the present line. */
    InvalidInstance wrong(String message) {
        return new InvalidInstance(file.getFileName() + ", line " + line + ": " + message);
    }

    private String text(int column) {
        return fields[position[column]];
    }

    private int number(int column, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(names.get(column) + " \"" + text + "\" is not a whole number");
        }
    }

    private String[] split(String row) {
        var parts = new String[columns];
        var from = 0;
        for (var column = 0; column < columns; column++) {
            var comma = row.indexOf(',', from);
            var last = column == columns - 1;
            if (last != comma < 0) {
                throw wrong("there are not " + columns + " columns");
            }
            parts[column] = row.substring(from, last ? row.length() : comma).strip();
            from = comma + 1;
        }
        return parts;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
