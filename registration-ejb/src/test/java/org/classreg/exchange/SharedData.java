package org.classreg.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Data that is too large, or not ours, to be in the repository: in {@code ../shared/data} beside it, or where shared.data says. */
final class SharedData {

    private SharedData() {
    }

    /** A folder of it; a test that asks where it is absent is skipped, with a line that says so. */
    static Path folder(String name) {
        var property = System.getProperty("shared.data");
        var found = property == null ? searchUpward(Path.of("shared", "data", name)) : Path.of(property, name);
        assumeTrue(Files.isDirectory(found), () -> "Skipped: there is no ../shared/data/" + name + " beside the repository.");
        return found;
    }

    private static Path searchUpward(Path wanted) {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(wanted)).filter(Files::isDirectory)
                .findFirst().orElse(wanted);
    }
}
