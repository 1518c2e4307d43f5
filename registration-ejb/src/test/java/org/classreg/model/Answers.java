package org.classreg.model;

import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.classreg.catalog.SectionFilter;
import org.classreg.errors.Reason;
import org.classreg.exchange.Sheet;
import org.classreg.exchange.Sheets;
import org.classreg.lists.Slice;
import org.classreg.model.Fact.Row;
import org.classreg.registration.Attendance;
import org.classreg.registration.CheckIns;
import org.classreg.registration.Interests;
import org.classreg.registration.Preferences;
import org.classreg.registration.Registrations;
import org.classreg.registration.RosterCounts;
import org.classreg.registration.Rosters;
import org.classreg.registration.Schedules;
import org.classreg.registration.SeatCounts;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Waitlists;
import org.classreg.testing.Office;

/** What the office answers as of an instant, in words that can be compared. Each is a query as callers ask it; some take locks. */
final class Answers {

    private static final List<String> TYPES = List.of(Row.ENROLLED, Row.INTERESTED, Row.WAITLIST, Row.ATTENDED);

    private final Office office;

    Answers(Office office) {
        this.office = office;
    }

    /** All that can be asked of a program, each a transaction of its own. */
    Map<String, Callable<?>> ofProgram(Instant at, Instant before) {
        Map<String, Callable<?>> queries = new TreeMap<>();
        queries.put("registrations", () -> numbered(registrationsAt(at)));
        queries.put("seats", () -> seats(at));
        queries.put("checked in", () -> present(at));
        queries.put("list for check-in", () -> checkInList(at));
        queries.put("history of all", () -> office.get(Sheets.class).history(CODE, at, 0, 10_000).rows());
        for (var type : TYPES) {
            queries.put("number of " + type, () -> office.get(RosterCounts.class).inProgram(CODE, type, List.of(at)));
            queries.put("difference of " + type, () -> {
                var difference = office.get(Rosters.class).difference(CODE, type, before, at);
                return List.of(numbered(difference.came()), numbered(difference.left()));
            });
        }
        return queries;
    }

    /** All that can be asked of a section. */
    Map<String, Callable<?>> ofSection(String section, Instant at) {
        Map<String, Callable<?>> queries = new TreeMap<>();
        queries.put("line", () -> numbered(lineAt(section, at)));
        queries.put("attendance", () -> attendance(section, at));
        for (var type : TYPES) {
            queries.put("roster of " + type, () -> numbered(office.get(Rosters.class).roster(id(section), type, at, 0, 1_000)));
            queries.put("sheet of " + type, () -> rows(office.get(Sheets.class).roster(id(section), type, at)));
            queries.put("count of " + type, () -> office.get(Rosters.class).count(id(section), type, at));
        }
        return queries;
    }

    /** All that can be asked of a student. */
    Map<String, Callable<?>> ofStudent(String student, Instant at) {
        return new TreeMap<>(Map.of(
                "schedule", () -> numbered(office.get(Schedules.class).schedule(CODE, student, at)),
                "interests", () -> office.get(Interests.class).of(CODE, student, at).stream().map(interest -> interest.getSubject().getCode()).toList(),
                "wishes", () -> numbered(office.get(Preferences.class).of(CODE, student, at)),
                "history", () -> numbered(office.get(Schedules.class).history(CODE, student, null, at, Slice.all()))));
    }

    /** What speaks against a seat; with the settings, and the times, of now. */
    Set<String> eligibility(String student, String section, Instant at) {
        return codes(office.get(Registrations.class).eligibility(id(section), student, at));
    }

    Set<String> registrations(Instant at) {
        return registrationsAt(at).stream().map(Answers::words).collect(Collectors.toCollection(TreeSet::new));
    }

    Map<String, Integer> seats(Instant at) {
        return office.get(SeatCounts.class).find(CODE, SectionFilter.NONE, Slice.all(), at).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getCode(), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    Set<String> present(Instant at) {
        return office.get(CheckIns.class).present(CODE, at, 0, 1_000).stream().map(checkIn -> checkIn.getStudent().getUsername())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> line(String section, Instant at) {
        return lineAt(section, at).stream().map(row -> row.getStudent().getUsername()).toList();
    }

    static String words(StudentRegistration row) {
        return row.getStudent().getUsername() + " " + row.getType().getName() + " in " + row.getSection().getCode();
    }

    static Set<String> codes(Collection<Reason> reasons) {
        return reasons.stream().map(Reason::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<StudentRegistration> registrationsAt(Instant at) {
        return office.get(Rosters.class).ofProgram(CODE, new Rosters.Filter(null, null, null), at, Slice.all());
    }

    private List<StudentRegistration> lineAt(String section, Instant at) {
        return office.get(Waitlists.class).line(id(section), at, 0, 1_000);
    }

    /** With the sections in the order of their codes: it tells them in that of their times, which are those of now. */
    private List<String> checkInList(Instant at) {
        return rows(office.get(Sheets.class).checkInList(CODE, at)).stream()
                .map(row -> row.get(2) + " " + Stream.of(row.get(4).split(", ")).sorted().toList()).toList();
    }

    private static List<List<String>> rows(Sheet sheet) {
        return StreamSupport.stream(sheet.rows().spliterator(), false).toList();
    }

    private Map<String, Boolean> attendance(String section, Instant at) {
        return office.get(Rosters.class).attendance(id(section), at).stream()
                .collect(Collectors.toMap(one -> one.student().getUsername(), Attendance::attended, (a, b) -> a, TreeMap::new));
    }

    /** With their ids: one that ended and another one that began are not the same. */
    private static List<String> numbered(List<StudentRegistration> rows) {
        return rows.stream().map(row -> row.getId() + ": " + words(row)).toList();
    }
}
