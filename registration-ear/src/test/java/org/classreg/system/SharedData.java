package org.classreg.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real data beside the repository, which is no part of it. */
final class SharedData {

    private SharedData() {
    }

    /** A folder of it; a test that asks where it is absent is skipped, with a line that says so. */
    static Path folder(String name) {
        var folder = Workplace.target().resolve("../../../shared/data").resolve(name).normalize();
        assumeTrue(Files.isDirectory(folder), () -> "Skipped: " + folder + " is not there.");
        return folder;
    }
}
