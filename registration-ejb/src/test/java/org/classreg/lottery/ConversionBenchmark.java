package org.classreg.lottery;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.classreg.benchmark.KeptServer;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;
import org.classreg.lottery.engine.Mode;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.registration.RegistrationRows;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Reversals;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;

/**
 * How long an office takes to draw, convert and undo: a program of an instance folder of the format "lottery-csv 1" on a new database.
 * Arguments: the folder, the database (H2 or POSTGRESQL), the mode; -Dwaitlist=true puts who got less in line. Prints seconds. The plan is converted,
 * undone and converted again: once by a virtual machine that has converted nothing yet, and once by one that has compiled what that needs.
 */
public final class ConversionBenchmark {

    private static final int CHUNK = 500;
    private static final boolean WAITLIST = Boolean.getBoolean("waitlist");

    private final DatabaseKind kind;
    private final DataSource database;
    private final Office office;
    private final Path folder;
    private final List<Long> people = new ArrayList<>();
    private final List<Long> sections = new ArrayList<>();

    private ConversionBenchmark(DatabaseKind kind, DataSource database, Office office, Path folder) {
        this.kind = kind;
        this.database = database;
        this.office = office;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var kind = DatabaseKind.valueOf(arguments[1]);
        try (var server = kind == DatabaseKind.POSTGRESQL ? new KeptServer(null) : null) {
            measure(kind, server == null ? kind.create() : server.database("conversions", empty -> { }), Path.of(arguments[0]), Mode.valueOf(arguments[2]));
        }
    }

    private static void measure(DatabaseKind kind, DataSource database, Path folder, Mode mode) throws Exception {
        try (var office = Office.on(database)) {
            var benchmark = new ConversionBenchmark(kind, database, office, folder);
            benchmark.load();
            benchmark.measure(mode);
        }
    }

    private void measure(Mode mode) throws Exception {
        var runs = office.get(LotteryRuns.class);
        var draws = office.get(Draws.class);
        var id = draws.start("bench", new RunRequest(mode, OptionalLong.of(1), Duration.ofMinutes(5))).getId();
        var run = timed("draw with reading and measuring", () -> {
            while (!office.in(() -> runs.get("bench", id)).run().getState().isOver()) {
                Thread.sleep(100);
            }
            return office.in(() -> runs.get("bench", id));
        });
        System.out.println(run.run().getState() + " " + run.run().getFailure() + " seats " + run.metrics().seats());
        timed("explain to a student", () -> office.in(() -> runs.explain("bench", id, "u1")));
        var conversion = convert("convert", id);
        var reversal = timed("undo", () -> office.in(() -> office.get(Reversals.class).undo(conversion.operation())));
        System.out.println("ended " + reversal.ended().size() + ", restored " + reversal.restored().size() + ", left " + reversal.left().size());
        convert("convert again", id);
    }

    private RunConversion convert(String what, long id) throws Exception {
        settle();
        var conversion = timed(what, () -> office.in(() -> office.get(LotteryRuns.class).convert("bench", id, WAITLIST, new ConversionProgress())));
        System.out.println(conversion);
        return conversion;
    }

    /** What PostgreSQL does by itself within minutes after so much was written, and beside what is measured otherwise. */
    private void settle() throws SQLException {
        if (kind == DatabaseKind.POSTGRESQL) {
            try (var connection = database.getConnection(); var statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
        }
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        var start = System.nanoTime();
        var result = work.call();
        System.out.printf(Locale.ROOT, "%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private void load() throws Exception {
        timed("load", () -> {
            office.with(em -> catalog(em));
            people();
            preferences();
            return null;
        });
    }

    private Object catalog(EntityManager em) {
        var program = new Program("bench", "Benchmark", ZoneId.of("UTC"));
        program.scaleCapacity(BigDecimal.ONE, 0);
        em.persist(program);
        var category = new ClassCategory(program, "E", "Everything");
        em.persist(category);
        var meta = text("meta.json");
        var days = numbers(meta.replaceFirst("(?s).*\"days\": \\[([^\\]]*)\\].*", "$1"));
        var lunch = Arrays.stream(meta.replaceFirst("(?s).*\"lunch\": \\[(\\[.*?\\])\\].*", "$1").replaceAll("[\\[\\]]", "").split(","))
                .map(String::strip).map(Integer::valueOf).collect(Collectors.toSet());
        var slots = new ArrayList<Timeslot>();
        for (var k = 0; k < days.length; k++) {
            var start = Instant.parse("2026-03-07T00:00:00Z").plus(Duration.ofDays(days[k])).plus(Duration.ofHours(k % 24));
            slots.add(new Timeslot(program, start, start.plus(Duration.ofHours(1)), lunch.contains(k)));
            program.add(slots.get(k));
            em.persist(slots.get(k));
        }
        var subjects = new HashMap<String, ClassSubject>();
        for (var row : rows("sections.csv")) {
            var subject = subjects.computeIfAbsent(row[1], code -> {
                var added = new ClassSubject(category, program, "E" + code, "Class " + code);
                added.admitGrades(Integer.valueOf(row[3]), Integer.valueOf(row[4]));
                em.persist(added);
                return added;
            });
            var section = new ClassSection(subject, "E" + row[1] + "s" + row[0]);
            section.meet(Arrays.stream(numbers(row[5])).mapToObj(slots::get).collect(Collectors.toMap(slot -> slot, slot -> Set.<Room>of())));
            section.limitStudents(Integer.valueOf(row[2]));
            em.persist(section);
            sections.add(section.getId());
        }
        return program;
    }

    private void people() {
        var rows = rows("students.csv");
        for (var from = 0; from < rows.size(); from += CHUNK) {
            var chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            office.with(em -> {
                for (var row : chunk) {
                    var person = new Person("u" + row[0], "Student", "Number " + row[0], Role.STUDENT);
                    person.setGrade(Integer.valueOf(row[1]));
                    em.persist(person);
                    people.add(person.getId());
                }
                return chunk;
            });
        }
    }

    private void preferences() {
        var rows = rows("prefs.csv");
        for (var from = 0; from < rows.size(); from += 20 * CHUNK) {
            var chunk = rows.subList(from, Math.min(rows.size(), from + 20 * CHUNK));
            office.with(em -> {
                var at = office.clock().instant();
                var operation = new Operation("importPreferences", "admin", null, at);
                em.persist(operation);
                var types = new HashMap<String, RegistrationType>();
                em.createNamedQuery(RegistrationType.ALL, RegistrationType.class).getResultStream().forEach(type -> types.put(type.getName(), type));
                em.flush();
                office.get(RegistrationRows.class).write(chunk.stream().map(row ->
                        new StudentRegistration(em.getReference(Person.class, people.get(Integer.parseInt(row[0]))),
                                em.getReference(ClassSection.class, sections.get(Integer.parseInt(row[1]))),
                                types.get(row[2].equals("0") ? "Interested" : "Priority/" + row[2]), at, operation)).toList());
                return chunk;
            });
        }
        office.clock().tick();
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String[]> rows(String name) {
        return text(name).lines().skip(1).map(row -> row.split(",")).toList();
    }

    private static int[] numbers(String text) {
        return text.isBlank() ? IntStream.empty().toArray()
                : Arrays.stream(text.strip().split("[ ,]+")).mapToInt(Integer::parseInt).toArray();
    }
}
