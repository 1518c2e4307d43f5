package org.classreg.exchange;

/**
 * What is wrong at one place of an import.
 *
 * @param file the file's name
 * @param line in the file, the header being line 1; 0 when the file as a whole is meant
 * @param column its name in the header; null when the whole line is meant
 * @param reason one sentence for people
 */
public record ImportError(String file, long line, String column, String reason) {

    /** As people read it: "users.csv, line 7, grades: ...". */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ", line " + line) + (column == null ? "" : ", " + column) + ": " + reason;
    }
}
