package org.classreg.lottery.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Reads an instance from a folder of the format "lottery-csv 1": {@code meta.json} (T timeslots, the day of each, the lunch slots of each
 * day), {@code sections.csv}, {@code students.csv} and {@code prefs.csv}. A timeslot lasts an hour.
 */
public final class InstanceReader {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final String META = "meta.json";

    private final Path folder;
    private final InstanceBuilder builder = new InstanceBuilder();
    private long[] slotStart;

    private InstanceReader(Path folder) {
        this.folder = folder;
    }

    /**
     * @throws InvalidInstance if something in it is wrong; the message names the file and the line
     * @throws IOException if a file is missing or cannot be read
     */
    public static Instance read(Path folder) throws IOException {
        return new InstanceReader(folder).read();
    }

    private Instance read() throws IOException {
        readMeta();
        readSections();
        readStudents();
        readPreferences();
        return builder.build();
    }

    private void readMeta() throws IOException {
        if (!(new JsonReader(META, Files.readString(folder.resolve(META))).read() instanceof Map<?, ?> meta)) {
            throw new InvalidInstance(META + ", line 1: an object was expected");
        }
        var days = numbers("days", meta.get("days"));
        slotStart = new long[days.length];
        Arrays.setAll(slotStart, slot -> days[slot] * DAY + slot * HOUR);
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
        return Arrays.stream(slots).mapToLong(slot -> slotStart[slot]).flatMap(start -> LongStream.of(start, start + HOUR)).toArray();
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
        readRows("students.csv", row -> requireNext("student", row.number(0), builder.addStudent(row.number(1), 0, 0)), "student", "grade");
    }

    private void readPreferences() throws IOException {
        readRows("prefs.csv", row -> builder.prefer(row.number(0), row.number(1), row.number(2)), "student", "section", "rank");
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
