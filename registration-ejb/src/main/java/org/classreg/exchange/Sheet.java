package org.classreg.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * A table for people, to be written as CSV for their spreadsheets: UTF-8 with a byte order mark, by which spreadsheets know it.
 *
 * @param rows may be made as they are written
 */
public record Sheet(List<String> columns, Iterable<List<String>> rows) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    /**
     * A history that is read part by part as it is written, however long it is; the first part at once.
     *
     * @param parts gives the part after an id
     */
    public static Sheet ofHistory(LongFunction<Sheets.HistoryPart> parts) {
        var first = parts.apply(0);
        return new Sheet(Sheets.HISTORY_COLUMNS, () -> Stream
                .iterate(first, Objects::nonNull, part -> part.last() == null ? null : parts.apply(part.last()))
                .flatMap(part -> part.rows().stream()).iterator());
    }

    /**
     * Writes the table as it goes; the stream stays open.
     *
     * @throws IOException when the stream takes no more
     */
    public void writeTo(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(columns);
        for (var row : rows) {
            csv.writeRecord(row.stream().map(Sheet::harmless).toList());
        }
        csv.flush();
        text.flush();
    }

    /**
     * The cell with an apostrophe before what a spreadsheet would take for a formula and run.
     * Source: OWASP, CSV Injection.
     *
     * @param cell null for an empty one
     */
    static String harmless(String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return FORMULA_BEGINNINGS.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
