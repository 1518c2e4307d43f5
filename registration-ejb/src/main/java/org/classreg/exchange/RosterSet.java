package org.classreg.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A set of OneRoster 1.2 CSV files, to be written as a ZIP. The same files give the same bytes. */
public final class RosterSet {

    /** The first that a ZIP can name: when the files were written is not in them. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final List<Table> tables;

    RosterSet(List<Table> tables) {
        this.tables = tables;
    }

    /**
     * Writes the ZIP as it goes; the stream stays open.
     *
     * @throws IOException when the stream takes no more
     */
    public void writeTo(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var table : tables) {
            var entry = new ZipEntry(table.name());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            table.writeTo(zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }
}
