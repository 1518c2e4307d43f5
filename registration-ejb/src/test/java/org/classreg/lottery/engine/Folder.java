package org.classreg.lottery.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An instance of two sections and three students on disk. */
final class Folder {

    static final String META = """
            {"format": "lottery-csv 1", "T": 3, "K": 2,
             "days": [0, 0, 0],
             "lunch": [[1, 2]]}
            """;
    static final String SECTIONS = """
            section,class,capacity,grade_min,grade_max,slots
            0,0,1,7,12,0
            1,1,2,7,9,0 1
            """;
    static final String STUDENTS = """
            student,grade
            0,8
            1,9
            2,12
            """;
    static final String PREFERENCES = """
            student,section,rank
            0,0,1
            0,1,0
            1,0,0
            1,1,1
            2,0,2
            2,1,1
            """;

    private Folder() {
    }

    static Path write(Path folder) throws IOException {
        Files.writeString(folder.resolve("meta.json"), META);
        Files.writeString(folder.resolve("sections.csv"), SECTIONS);
        Files.writeString(folder.resolve("students.csv"), STUDENTS);
        Files.writeString(folder.resolve("prefs.csv"), PREFERENCES);
        return folder;
    }
}
