package org.classreg.model;

import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Cap;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.Refused;
import org.classreg.lottery.Lotteries;
import org.classreg.model.Fact.Row;
import org.classreg.operations.Operations;
import org.classreg.registration.Batches;
import org.classreg.registration.CheckIns;
import org.classreg.registration.Enrollments;
import org.classreg.registration.Interests;
import org.classreg.registration.Missing;
import org.classreg.registration.Offers;
import org.classreg.registration.OverrideKind;
import org.classreg.registration.Preference;
import org.classreg.registration.Preferences;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.registration.Reversals;
import org.classreg.registration.Schedules;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.SectionChanges.Size;
import org.classreg.registration.SectionChanges.Wanted;
import org.classreg.registration.SectionChanges.WantedMeeting;
import org.classreg.registration.StudentOverrides;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Treatment;
import org.classreg.registration.Waitlists;
import org.classreg.testing.Office;

/** Everything that can be done in the office, at random. Whatever it is, the limits of the program stay between the two. */
final class RandomActs {

    /** What the program may set: {@link #LEAST} at the least. */
    record Limits(int cap, int capOfYoung, int sections, int slots) {
    }

    static final Limits LEAST = new Limits(14, 6, 2, 3);
    static final Limits MOST = new Limits(18, 8, 3, 4);

    private static final int MOST_SEATS = 8;

    private final Office office;
    private final int students;
    private final boolean catalogStays;
    private final Random random;

    /** @param catalogStays whether settings, and the times and sizes of sections, stay as they are */
    RandomActs(Office office, int students, boolean catalogStays, long seed) {
        this.office = office;
        this.students = students;
        this.catalogStays = catalogStays;
        random = new Random(seed);
    }

    static ProgramSettings settings(Limits limits, boolean offers) {
        return ProgramSettings.DEFAULT.withLimits(limits.sections, limits.slots).withPriorityLimit(2).withCapacity(BigDecimal.ONE, 0)
                .withCaps(new Cap(null, null, limits.cap), new Cap(null, Settings.LAST_YOUNG_GRADE, limits.capOfYoung))
                .withOffersFor(offers ? 1 : null);
    }

    /** The next thing to do, for a transaction of its own. */
    Callable<?> next() {
        var kind = random.nextInt(catalogStays ? 18 : 20);
        return kind < 10 ? seat(student(), any(Campus.SECTIONS)) : kind < 12 ? attendance(student(), any(Campus.SECTIONS))
                : kind < 14 ? wish(student(), any(Campus.SECTIONS)) : kind < 18 ? bulk() : catalog(any(Campus.SECTIONS));
    }

    private Callable<?> seat(String student, Section section) {
        var registrations = office.get(Registrations.class);
        var enrollments = office.get(Enrollments.class);
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> () -> registrations.enroll(id(section.code()), student);
            case 3, 4, 5 -> () -> registrations.register(id(section.code()), student, Row.WAITLIST);
            case 6 -> () -> registrations.expireStudent(id(section.code()), student);
            case 7, 8 -> move(active(student), section);
            case 9, 10 -> expire(active(student));
            case 11 -> () -> enrollments.enrollInClass(CODE, section.course(), student);
            case 12 -> accept();
            default -> () -> enrollments.swapInto(id(section.code()), student);
        };
    }

    private Callable<?> attendance(String student, Section section) {
        return switch (random.nextInt(5)) {
            case 0 -> () -> office.get(CheckIns.class).checkIn(CODE, student);
            case 1 -> () -> office.get(CheckIns.class).checkOut(CODE, student);
            case 2 -> () -> office.get(Batches.class).walkIn(id(section.code()), student, Optional.empty());
            case 3 -> marks(section);
            default -> () -> office.get(Registrations.class).register(id(section.code()), student, Row.ATTENDED);
        };
    }

    private Callable<?> wish(String student, Section section) {
        var interests = office.get(Interests.class);
        var type = any(Row.WISHES);
        return switch (random.nextInt(5)) {
            case 0 -> rank(student);
            case 1 -> () -> office.get(Registrations.class).register(id(section.code()), student, type);
            case 2 -> () -> {
                interests.withdraw(CODE, section.course(), student);
                return null;
            };
            case 3 -> () -> office.get(StudentOverrides.class).grant(CODE, student,
                    new StudentOverrides.Grant(OverrideKind.PRIORITIES, null, null, null, null, "At random"));
            default -> () -> interests.express(CODE, section.course(), student);
        };
    }

    private Callable<?> bulk() {
        return switch (random.nextInt(8)) {
            case 0 -> () -> office.get(Lotteries.class).convert(CODE, Optional.empty(), Row.WISHES);
            case 1, 2, 3 -> undo();
            case 4, 5 -> batch();
            case 6 -> random.nextInt(3) == 0 ? expireSection(any(Campus.SECTIONS)) : missing();
            default -> () -> office.get(Offers.class).lapse();
        };
    }

    private Callable<?> catalog(Section section) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> configuration();
            case 2 -> cancellation(section);
            default -> sectionChange(section);
        };
    }

    private Callable<?> move(long registration, Section section) {
        return () -> office.get(Registrations.class).move(registration, section.code());
    }

    private Callable<?> expire(long registration) {
        return () -> office.get(Registrations.class).expire(registration);
    }

    private Callable<?> expireSection(Section section) {
        return () -> office.get(Registrations.class).expireSection(id(section.code()));
    }

    private Callable<?> accept() {
        long offer = any(office.with(em -> em.createQuery("select e.id from StudentRegistration e where e.type.name = 'Offered' and e.endDate is null",
                Long.class).getResultList()));
        return () -> office.get(Waitlists.class).accept(offer);
    }

    private Callable<?> undo() {
        long operation = any(office.in(() -> office.get(Operations.class).latest(0, 20)).stream().map(entry -> entry.operation().getId()).toList());
        return () -> office.get(Reversals.class).undo(operation);
    }

    private Callable<?> batch() {
        var types = List.of(Row.ENROLLED, Row.WAITLIST, Row.ATTENDED, Row.INTERESTED);
        var lines = Stream.generate(() -> new Batches.Line(student(), any(Campus.SECTIONS).code(), any(types))).limit(5).toList();
        return () -> office.get(Batches.class).register(CODE, lines);
    }

    private Callable<?> marks(Section section) {
        var marks = Stream.generate(() -> new Batches.Mark(student(), random.nextBoolean())).limit(4).toList();
        return () -> office.get(Batches.class).markAttendance(id(section.code()), marks);
    }

    /** Of a moment before: nearly nobody has been seen by then, and few had a seat. */
    private Callable<?> missing() {
        var by = office.clock().instant().minus(Duration.ofNanos(1_000L * (1_000 + random.nextInt(3_000))));
        return () -> office.get(Missing.class).unenroll(CODE, by, "At random");
    }

    private Callable<?> cancellation(Section section) {
        var unschedule = random.nextBoolean();
        return () -> office.get(SectionChanges.class).cancel(id(section.code()), unschedule, null);
    }

    /** Another size and perhaps another time. Who would be in two places at once does not keep the seat. */
    private Callable<?> sectionChange(Section section) {
        var time = random.nextBoolean();
        var treatment = any(time ? List.of(Treatment.WAITLIST, Treatment.END) : List.of(Treatment.values()));
        var size = random.nextInt(MOST_SEATS + 1);
        var rooms = size == 0 ? List.of(Campus.ROOM) : List.<String>of();
        var meetings = any(Campus.SECTIONS).slots().stream().map(slot -> new WantedMeeting(slot.starts(), slot.ends(), rooms)).toList();
        var wanted = new Wanted(time ? meetings : null, new Size(size == 0 ? null : size));
        return () -> office.get(SectionChanges.class).change(id(section.code()), wanted, treatment);
    }

    private Callable<?> configuration() {
        var settings = settings(random.nextBoolean() ? LEAST : MOST, random.nextBoolean());
        var kind = any(List.of(WindowKind.values()));
        var windows = random.nextInt(4) > 0 ? List.<Window>of() : List.of(new Window(kind, null, Instant.EPOCH));
        return () -> office.get(Programs.class).configure(CODE, settings.withWindows(windows));
    }

    private Callable<?> rank(String student) {
        var codes = new ArrayList<>(Campus.SECTIONS.stream().map(Section::code).toList());
        Collections.shuffle(codes, random);
        var wishes = codes.stream().limit(3).map(code -> new Preference(code, any(Row.WISHES))).toList();
        return () -> office.get(Preferences.class).rank(CODE, student, wishes);
    }

    /** Looked up before, as by a caller of the interface: whoever reads a schedule and then changes it holds locks out of order. */
    private long active(String student) {
        return any(office.in(() -> office.get(Schedules.class).history(CODE, student, 0, 100)).stream().filter(row -> !row.hasEnded())
                .map(StudentRegistration::getId).toList());
    }

    private String student() {
        return "s" + (1 + random.nextInt(students));
    }

    private <T> T any(List<T> all) {
        if (all.isEmpty()) {
            throw new Refused("NOTHING", "Nothing to change.");
        }
        return all.get(random.nextInt(all.size()));
    }
}
