package org.classreg.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.lottery.engine.Instance;
import org.classreg.lottery.engine.InstanceBuilder;
import org.classreg.lottery.engine.Lottery;
import org.classreg.lottery.engine.Mode;
import org.classreg.lottery.engine.Options;

/** Draws the real preferences of UMass CICS, fall 2024: meetings on several days, that overlap in part. */
public final class LotterySurvey {

    private static final String PLACE = "shared/data/umass-fall-2024";
    /** The respondents are about a quarter of the department. */
    private static final double CAPACITY = 0.25;
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String PRIORITY = "Priority/";

    private final InstanceBuilder builder = new InstanceBuilder();
    private final Map<String, Integer> students = new HashMap<>();
    private final Map<String, Integer> sections = new HashMap<>();
    private final Map<String, Integer> courses = new HashMap<>();

    private LotterySurvey() {
    }

    /** @param modes those to draw in, if not all */
    public static void main(String[] modes) throws IOException {
        var folder = Stream.iterate(Path.of("").toAbsolutePath(), place -> place != null, Path::getParent)
                .map(place -> place.resolve(PLACE)).filter(Files::isDirectory).findFirst();
        if (folder.isEmpty()) {
            System.out.println("Nothing is measured: there is no ../" + PLACE + " beside the repository.");
            return;
        }
        var instance = new LotterySurvey().read(folder.get());
        for (var mode : modes.length == 0 ? Mode.values() : Arrays.stream(modes).map(Mode::valueOf).toArray(Mode[]::new)) {
            draw(instance, mode);
        }
    }

    private static void draw(Instance instance, Mode mode) {
        var result = new Lottery(instance, new Options(mode, 1, LIMIT, 2)).draw();
        var metrics = result.metrics();
        System.out.printf(Locale.ROOT, "%s: %.2f s, stopped %s, U %.4f, by rank %s, seats %d, p5 %.3f, nothing %d, gap %.2f %%%n", mode,
                result.seconds(), result.stopped(), metrics.utility(), metrics.seatsByRank(), metrics.seats(), metrics.fifthPercentile(),
                metrics.nothing(), 100 * result.gap());
    }

    private Instance read(Path folder) throws IOException {
        for (var user : rows(folder.resolve("users.csv"))) {
            var limit = user.get("metadata.maxSections");
            students.put(user.get("sourcedId"),
                    builder.addStudent(Integer.parseInt(user.get("grades")), limit.isEmpty() ? 0 : Integer.parseInt(limit), 0));
        }
        rows(folder.resolve("classes.csv")).forEach(this::addSection);
        for (var preference : rows(folder.resolve("preferences.csv"))) {
            var type = preference.get("type");
            builder.prefer(students.get(preference.get("userSourcedId")), sections.get(preference.get("classSourcedId")),
                    type.startsWith(PRIORITY) ? Integer.parseInt(type.substring(PRIORITY.length())) : 0);
        }
        return builder.build();
    }

    private void addSection(Map<String, String> row) {
        var meetings = Arrays.stream(row.get("metadata.meetings").split("[ /]"))
                .mapToLong(time -> LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli()).toArray();
        var course = courses.computeIfAbsent(row.get("courseSourcedId"), code -> courses.size());
        var capacity = (int) (CAPACITY * Integer.parseInt(row.get("metadata.capacity")));
        sections.put(row.get("sourcedId"), builder.addSection(course, capacity, 0, 99, meetings));
    }

    /** The rows of a file without quotes, by the names of its columns. */
    private static List<Map<String, String>> rows(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var names = lines.get(0).split(",", -1);
        return lines.stream().skip(1).map(line -> line.split(",", -1)).map(cells -> {
            var row = new HashMap<String, String>();
            IntStream.range(0, names.length).forEach(k -> row.put(names[k], cells[k]));
            return (Map<String, String>) row;
        }).toList();
    }
}
