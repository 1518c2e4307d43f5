package org.classreg.setup;

import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;

/** The sample's weekend: its timeslots, rooms and classes, with a timetable drawn for them. */
final class SampleClasses {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int DAYS_AHEAD = 25;
    private static final int DAYS = 2;
    private static final int FIRST_HOUR = 10;
    private static final int HOURS = 9;
    private static final Duration LENGTH = Duration.ofMinutes(50);
    private static final Set<Integer> LUNCH_HOURS = Set.of(12, 13);

    private final EntityManager em;
    private final Random random;
    private final LocalDate saturday;
    private final Program program = new Program(SampleProgram.CODE, "Splash 2026", ZONE);
    private final List<Timeslot> timeslots;
    private final List<Room> rooms;
    private final Map<String, ClassCategory> categories;
    private final Set<Booking> bookings = new HashSet<>();

    private record Booking(Room room, Timeslot timeslot) {
    }

    SampleClasses(EntityManager em, Random random, Instant now) {
        this.em = em;
        this.random = random;
        saturday = LocalDate.ofInstant(now, ZONE).plusDays(DAYS_AHEAD).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        program.schedule(saturday, saturday.plusDays(DAYS - 1), ZONE);
        timeslots = IntStream.range(0, DAYS * HOURS).mapToObj(this::timeslot).toList();
        rooms = rows("rooms").map(row -> new Room(program, row[0], Integer.valueOf(row[1]))).toList();
        categories = rows("categories").map(row -> new ClassCategory(program, row[0], row[1]))
                .collect(Collectors.toMap(ClassCategory::getSymbol, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** All sections; the class that came in last has not been reviewed. */
    List<ClassSection> create() {
        em.persist(program);
        timeslots.forEach(em::persist);
        timeslots.forEach(program::add);
        rooms.forEach(em::persist);
        categories.values().forEach(em::persist);
        var sections = rows("classes").flatMap(this::sections).toList();
        sections.get(sections.size() - 1).getSubject().setStatus(ClassStatus.UNREVIEWED);
        sections.forEach(em::persist);
        return sections;
    }

    /** @param row code, lowest and highest grade, most students if limited, length in timeslots, number of sections, title */
    private Stream<ClassSection> sections(String... row) {
        var subject = new ClassSubject(categories.get(row[0].substring(0, 1)), program, row[0], row[5]);
        var grades = row[1].split("-");
        subject.admitGrades(Integer.valueOf(grades[0]), Integer.valueOf(grades[1]));
        subject.limitStudents(row[2].isEmpty() ? null : Integer.valueOf(row[2]));
        em.persist(subject);
        return IntStream.rangeClosed(1, Integer.parseInt(row[4]))
                .mapToObj(number -> section(subject, number, Integer.parseInt(row[3])));
    }

    private ClassSection section(ClassSubject subject, int number, int length) {
        var section = new ClassSection(subject, subject.getCode() + "s" + number);
        var time = time(length);
        var room = room(time, subject.maxStudents());
        var meetings = new LinkedHashMap<Timeslot, Set<Room>>();
        time.forEach(timeslot -> {
            meetings.put(timeslot, Set.of(room));
            bookings.add(new Booking(room, timeslot));
        });
        section.meet(meetings);
        return section;
    }

    /** Contiguous timeslots of one day; a long class does not begin at lunch. */
    private List<Timeslot> time(int length) {
        var times = new ArrayList<List<Timeslot>>();
        for (int first = 0; first < timeslots.size(); first++) {
            if (first % HOURS + length <= HOURS && !(length > 1 && timeslots.get(first).isLunch())) {
                times.add(timeslots.subList(first, first + length));
            }
        }
        return times.get(random.nextInt(times.size()));
    }

    /** The smallest free room with a seat for all, else the largest free room; the rooms are listed by size. */
    private Room room(List<Timeslot> time, OptionalInt students) {
        var free = rooms.stream()
                .filter(room -> time.stream().noneMatch(timeslot -> bookings.contains(new Booking(room, timeslot))))
                .toList();
        return free.stream()
                .filter(room -> room.seats().orElse(0) >= students.orElse(Integer.MAX_VALUE))
                .findFirst().orElseGet(() -> free.get(free.size() - 1));
    }

    private Timeslot timeslot(int index) {
        var hour = FIRST_HOUR + index % HOURS;
        var start = saturday.plusDays(index / HOURS).atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
        return new Timeslot(program, start, start.plus(LENGTH), LUNCH_HOURS.contains(hour));
    }

    private static Stream<String[]> rows(String name) {
        return SampleProgram.lines(name).stream().map(line -> line.split("\\|"));
    }
}
