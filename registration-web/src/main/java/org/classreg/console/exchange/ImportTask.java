package org.classreg.console.exchange;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.classreg.exchange.CsvFiles;
import org.classreg.exchange.ImportReport;
import org.classreg.exchange.Imports;
import org.classreg.exchange.Progress;

/**
 * Reads one upload.
 *
 * @param preview only says what would change
 */
record ImportTask(Imports imports, Upload upload, boolean preview, Progress progress) implements Callable<ImportReport> {

    @Override
    public ImportReport call() throws IOException {
        try (var content = upload.open()) {
            return upload.program() == null ? oneRoster(CsvFiles.ofZip(content)) : preferences(CsvFiles.ofFile(upload.name(), content));
        }
    }

    private ImportReport oneRoster(CsvFiles files) {
        return preview ? imports.previewOneRoster(files, progress) : imports.importOneRoster(files, progress);
    }

    private ImportReport preferences(CsvFiles files) {
        return preview
                ? imports.previewPreferences(upload.program(), files, progress)
                : imports.importPreferences(upload.program(), files, progress);
    }
}
