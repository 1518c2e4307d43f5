package org.classreg.lottery;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.classreg.lottery.DrawInput.Section;
import org.classreg.lottery.DrawInput.Student;
import org.classreg.lottery.engine.ProgramCap;

/** An input as the files that the engine's command line reads, in the format "lottery-csv 2". */
final class InputFiles {

    private static final String META = "meta.json";
    private static final String SECTIONS = "sections.csv";
    private static final String STUDENTS = "students.csv";
    private static final String PREFERENCES = "prefs.csv";
    private static final String STANDING = "standing.csv";
    private static final String EXCEPTIONS = "exceptions.csv";

    private InputFiles() {
    }

    static byte[] zip(DrawInput input) {
        var files = new LinkedHashMap<String, String>();
        files.put(META, meta(input));
        files.put(SECTIONS, sections(input));
        files.put(STUDENTS, rows("student,grade,max_sections", input, (student, number, row) ->
                row.accept(number + "," + student.grade() + "," + student.maxSections())));
        files.put(PREFERENCES, rows("student,section,rank", input, (student, number, row) -> {
            for (var k = 0; k < student.wished().length; k++) {
                row.accept(number + "," + student.wished()[k] + "," + student.ranks()[k]);
            }
        }));
        files.put(STANDING, rows("student,section", input, (student, number, row) ->
                Arrays.stream(student.standing()).forEach(section -> row.accept(number + "," + section))));
        files.put(EXCEPTIONS, rows("student,class", input, (student, number, row) ->
                Arrays.stream(student.exceptions()).forEach(subject -> row.accept(number + "," + subject))));
        return zip(files);
    }

    /** Files as a ZIP that is the same whenever it is made. */
    static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Map<String, String> files(byte[] zipped) {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static DrawInput unzip(byte[] zipped) {
        var files = files(zipped);
        try (var reader = Json.createReader(new StringReader(files.get(META)))) {
            var meta = reader.readObject();
            var limits = table(meta.getJsonArray("limits")).get(0);
            return new DrawInput(table(meta.getJsonArray("slots")),
                    table(meta.getJsonArray("lunch")).stream().map(day -> Arrays.stream(day).mapToInt(slot -> (int) slot).toArray()).toList(),
                    (int) limits[0], (int) limits[1],
                    table(meta.getJsonArray("caps")).stream()
                            .map(cap -> new ProgramCap((int) cap[0], (int) cap[1], (int) cap[2])).toList(),
                    files.get(SECTIONS).lines().skip(1).map(InputFiles::section).toList(),
                    students(files));
        }
    }

    private static List<long[]> table(JsonArray rows) {
        return rows.stream().map(row -> row.asJsonArray().getValuesAs(JsonNumber.class).stream()
                .mapToLong(JsonNumber::longValue).toArray()).toList();
    }

    private static String meta(DrawInput input) {
        return """
                {"format": "lottery-csv 2",
                 "slots": %s,
                 "lunch": %s,
                 "limits": [[%d, %d]],
                 "caps": %s}
                """.formatted(
                input.slots().stream().map(Arrays::toString).toList(),
                input.lunch().stream().map(Arrays::toString).toList(),
                input.maxSections(), input.maxTimeslots(),
                input.caps().stream().map(cap -> List.of(cap.minGrade(), cap.maxGrade(), cap.students())).toList());
    }

    private static String sections(DrawInput input) {
        var text = new StringBuilder("section,class,capacity,grade_min,grade_max,slots,closed\n");
        for (var number = 0; number < input.sections().size(); number++) {
            var section = input.sections().get(number);
            text.append(number).append(',').append(section.subject()).append(',').append(section.capacity()).append(',')
                    .append(section.gradeMin()).append(',').append(section.gradeMax()).append(',')
                    .append(Arrays.stream(section.slots()).mapToObj(String::valueOf).collect(Collectors.joining(" "))).append(',')
                    .append(section.closed()).append('\n');
        }
        return text.toString();
    }

    private static Section section(String row) {
        var cells = row.split(",", -1);
        return new Section(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), Integer.parseInt(cells[4]),
                Arrays.stream(cells[5].split(" ")).mapToInt(Integer::parseInt).toArray(), cells[6]);
    }

    /** Writes the rows of one student. */
    @FunctionalInterface
    private interface Rows {

        void write(Student student, int number, Consumer<String> row);
    }

    private static String rows(String header, DrawInput input, Rows rows) {
        var text = new StringBuilder(header).append('\n');
        for (var number = 0; number < input.students().size(); number++) {
            rows.write(input.students().get(number), number, row -> text.append(row).append('\n'));
        }
        return text.toString();
    }

    private static List<Student> students(Map<String, String> files) {
        var heads = numbers(files.get(STUDENTS));
        var wishes = byStudent(files.get(PREFERENCES), heads.size());
        var standing = byStudent(files.get(STANDING), heads.size());
        var exceptions = byStudent(files.get(EXCEPTIONS), heads.size());
        return IntStream.range(0, heads.size()).mapToObj(number -> new Student(heads.get(number)[1], heads.get(number)[2],
                column(wishes.get(number), 1), column(wishes.get(number), 2), column(standing.get(number), 1),
                column(exceptions.get(number), 1))).toList();
    }

    private static List<int[]> numbers(String csv) {
        return csv.lines().skip(1).map(row -> Arrays.stream(row.split(",")).mapToInt(Integer::parseInt).toArray()).toList();
    }

    private static List<List<int[]>> byStudent(String csv, int students) {
        var all = new ArrayList<List<int[]>>();
        IntStream.range(0, students).forEach(student -> all.add(new ArrayList<>()));
        numbers(csv).forEach(row -> all.get(row[0]).add(row));
        return all;
    }

    private static int[] column(List<int[]> rows, int column) {
        return rows.stream().mapToInt(row -> row[column]).toArray();
    }
}
