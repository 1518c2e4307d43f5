package org.classreg.console.exchange;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that somebody sent, kept on disk between its preview and its import.
 *
 * @param name as the sender calls it
 * @param path where it is kept; as a text, for paths cannot be stored with a view
 * @param program the code of the program whose preferences it holds; null for OneRoster files, which name their programs
 */
public record Upload(String name, String path, String program) implements Serializable {

    static Upload keep(Part part, String program) throws IOException {
        var kept = Files.createTempFile("import", ".upload");
        try (var content = part.getInputStream()) {
            Files.copy(content, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Upload(Path.of(part.getSubmittedFileName()).getFileName().toString(), kept.toString(), program);
    }

    InputStream open() throws IOException {
        return Files.newInputStream(Path.of(path));
    }

    void delete() {
        try {
            Files.deleteIfExists(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
