package org.classreg.api.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Function;
import org.classreg.exchange.ImportReport;
import org.classreg.exchange.ImportTurns;
import org.classreg.transactions.Busy;

/** Files that are sent to be imported: first on disk, since they come as slowly as their sender likes, and in memory when it is their turn. */
@ApplicationScoped
public class Uploads {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ImportTurns turns;

    /** @throws Busy if others are being imported for half a minute */
    ImportReportJson take(InputStream upload, Function<InputStream, ImportReport> work) {
        try {
            var file = Files.createTempFile("upload-", ".tmp");
            try {
                Files.copy(upload, file, StandardCopyOption.REPLACE_EXISTING);
                return ImportReportJson.of(turns.take(PATIENCE, () -> read(file, work)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ImportReport read(Path file, Function<InputStream, ImportReport> work) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return work.apply(content);
        }
    }
}
