package org.classreg.lottery.engine;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Reads an instance from a folder, or a ZIP of one, of the format "lottery-csv 1": {@code meta.json} (T timeslots, the day of each, the
 * lunch slots of each day), {@code sections.csv}, {@code students.csv} and {@code prefs.csv}. A timeslot lasts an hour. In the format
 * "lottery-csv 2" timeslots have a start and an end, and there are limits, program caps, standing enrollments and grade exceptions.
 */
public final class InstanceReader {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final String META = "meta.json";
    private static final String STUDENT = "student";

    private final Path folder;
    private final InstanceBuilder builder = new InstanceBuilder();
    private long[] slotStart;
    private long[] slotEnd;
    /** Whether the format is "lottery-csv 2". */
    private boolean detailed;

    private InstanceReader(Path folder) {
        this.folder = folder;
    }

    /**
     * @throws InvalidInstance if something in it is wrong; the message names the file and the line
     * @throws IOException if a file is missing or cannot be read
     */
    public static Instance read(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            try (var zip = FileSystems.newFileSystem(folder)) {
                return new InstanceReader(zip.getPath("/")).read();
            } catch (ProviderNotFoundException e) {
                throw new InvalidInstance(folder.getFileName() + " is neither a folder nor a ZIP");
            }
        }
        return new InstanceReader(folder).read();
    }

    private Instance read() throws IOException {
        readMeta();
        readSections();
        readStudents();
        readPreferences();
        if (detailed) {
            readRows("standing.csv", row -> builder.stand(row.number(0), row.number(1)), STUDENT, "section");
            readRows("exceptions.csv", row -> builder.except(row.number(0), row.number(1)), STUDENT, "class");
        }
        return builder.build();
    }

    private void readMeta() throws IOException {
        if (!(new JsonReader(META, Files.readString(folder.resolve(META))).read() instanceof Map<?, ?> meta)) {
            throw new InvalidInstance(META + ", line 1: an object was expected");
        }
        detailed = "lottery-csv 2".equals(meta.get("format"));
        if (detailed) {
            readDetails(meta);
        } else {
            var days = numbers("days", meta.get("days"));
            slotStart = LongStream.range(0, days.length).map(slot -> days[(int) slot] * DAY + slot * HOUR).toArray();
            slotEnd = Arrays.stream(slotStart).map(start -> start + HOUR).toArray();
        }
        if (!(meta.get("lunch") instanceof List<?> lunch)) {
            throw new InvalidInstance(META + ": lunch is not a list");
        }
        for (var day : lunch) {
            var slots = numbers("lunch", day);
            if (Arrays.stream(slots).anyMatch(this::isNoSlot)) {
                throw new InvalidInstance(META + ": lunch has a slot that is not among the days");
            }
            if (slots.length > 0) {
                builder.lunch(times(slots));
            }
        }
    }

    private void readDetails(Map<?, ?> meta) {
        var slots = table("slots", meta, 2);
        slotStart = Arrays.stream(slots).mapToLong(slot -> slot[0]).toArray();
        slotEnd = Arrays.stream(slots).mapToLong(slot -> slot[1]).toArray();
        var limits = table("limits", meta, 2);
        if (limits.length == 1) {
            builder.limit((int) limits[0][0], (int) limits[0][1]);
        }
        for (var cap : table("caps", meta, 3)) {
            builder.cap(new ProgramCap((int) cap[0], (int) cap[1], (int) cap[2]));
        }
    }

    private static long[][] table(String name, Map<?, ?> meta, int columns) {
        if (meta.get(name) instanceof List<?> rows && rows.stream().allMatch(row -> row instanceof List<?> cells && cells.size() == columns
                && cells.stream().allMatch(Double.class::isInstance))) {
            return rows.stream().map(row -> ((List<?>) row).stream().mapToLong(cell -> ((Double) cell).longValue()).toArray())
                    .toArray(long[][]::new);
        }
        throw new InvalidInstance(META + ": " + name + " is not a list of lists of " + columns + " numbers");
    }

    private static int[] numbers(String name, Object list) {
        if (list instanceof List<?> items && items.stream().allMatch(Double.class::isInstance)) {
            return items.stream().mapToInt(item -> ((Double) item).intValue()).toArray();
        }
        throw new InvalidInstance(META + ": " + name + " is not a list of numbers");
    }

    private boolean isNoSlot(int slot) {
        return slot < 0 || slot >= slotStart.length;
    }

    private long[] times(int[] slots) {
        return Arrays.stream(slots).boxed().flatMapToLong(slot -> LongStream.of(slotStart[slot], slotEnd[slot])).toArray();
    }

    private void readSections() throws IOException {
        readRows("sections.csv", row -> {
            var slots = row.numbers(5);
            if (Arrays.stream(slots).anyMatch(this::isNoSlot)) {
                throw new InvalidInstance("there is no such slot");
            }
            var section = builder.addSection(row.number(1), row.number(2), row.number(3), row.number(4), times(slots));
            requireNext("section", row.number(0), section);
        }, "section", "class", "capacity", "grade_min", "grade_max", "slots");
    }

    private void readStudents() throws IOException {
        if (detailed) {
            readRows("students.csv", row -> requireNext(STUDENT, row.number(0),
                    builder.addStudent(row.number(1), row.number(2), 0)), STUDENT, "grade", "max_sections");
        } else {
            readRows("students.csv", row -> requireNext(STUDENT, row.number(0), builder.addStudent(row.number(1), 0, 0)), STUDENT, "grade");
        }
    }

    private void readPreferences() throws IOException {
        readRows("prefs.csv", row -> builder.prefer(row.number(0), row.number(1), row.number(2)), STUDENT, "section", "rank");
    }

    private static void requireNext(String what, int number, int expected) {
        if (number != expected) {
            throw new InvalidInstance(what + " " + number + " stands where " + expected + " is expected");
        }
    }

    private void readRows(String name, Consumer<CsvReader> row, String... columns) throws IOException {
        try (var reader = new CsvReader(folder.resolve(name), columns)) {
            while (reader.next()) {
                try {
                    row.accept(reader);
                } catch (InvalidInstance e) {
                    throw e.getMessage().startsWith(name) ? e : reader.wrong(e.getMessage());
                }
            }
        }
    }
}
