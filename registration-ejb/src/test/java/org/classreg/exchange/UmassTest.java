package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.exchange.ImportReport.Line;
import org.classreg.lottery.Lotteries;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Real preferences of a real department, from the import to the end of the lottery. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class UmassTest {

    private static final String PROGRAM = "2024-fall";
    private static final List<String> TYPES = List.of("Priority/1", "Priority/2", "Priority/3", "Interested");

    private final Office office;
    private final Imports imports;
    private final CsvFiles files;

    UmassTest(DatabaseKind kind) {
        files = CsvFiles.ofFolder(SharedData.folder("umass-fall-2024"));
        office = Office.on(kind);
        imports = office.get(Imports.class);
    }

    @BeforeEach
    void importAll() {
        office.clock().tick();
        var preview = office.in(() -> imports.previewOneRoster(files, new Progress()));
        assertThat(rowsOf("person", "class_section", "operation", "student_registration")).containsOnly(0L);

        assertThat(office.in(() -> imports.importOneRoster(files, new Progress()))).isEqualTo(preview);
        assertThat(preview.lines()).containsExactly(
                new Line("Programs", 1, 0, 0, 0),
                new Line("Classes", 65, 0, 0, 0),
                new Line("Sections", 96, 0, 0, 0),
                new Line("People", 693, 0, 0, 0),
                new Line("Preferences", 12_613, 0, 0, 0));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void allOfItIsThere() {
        assertThat(rowsOf("program", "class_subject", "class_section", "person", "student_registration", "operation"))
                .containsExactly(1L, 65L, 96L, 693L, 12_613L, 1L);
        assertThat(number("select count(*) from person_role where role = 'STUDENT'")).isEqualTo(693);
        assertThat(number("select sum(capacity) from class_section")).isEqualTo(7_389);
        var section = office.in(() -> office.get(Catalog.class).sections(PROGRAM)).get(0);
        assertThat(section.getCode()).isEqualTo("101-01");
        assertThat(section.getCapacity()).isEqualTo(90);
        assertThat(section.meetings()).extracting(meeting -> meeting.getTimeslot().getStartsAt().toString())
                .containsExactly("2024-09-10T17:00:00Z", "2024-09-12T17:00:00Z");
    }

    @Test
    void importingAgainChangesNothingBeforeTheLotteryAndAfterIt() {
        importAgain();

        office.in(() -> office.get(Lotteries.class).convert(PROGRAM, Optional.empty(), TYPES));
        importAgain();
    }

    private void importAgain() {
        office.clock().tick();
        var tables = new String[] {"program", "timeslot", "class_category", "class_subject", "class_section", "meeting", "person",
            "person_role", "student_registration", "operation"};
        var rows = rowsOf(tables);
        var active = number("select count(*) from student_registration where end_date is null");

        var report = office.in(() -> imports.importOneRoster(files, new Progress()));

        assertThat(report.lines()).hasSize(5).noneMatch(Line::hasChanges);
        assertThat(rowsOf(tables)).isEqualTo(rows);
        assertThat(number("select count(*) from student_registration where end_date is null")).isEqualTo(active);
    }

    @Test
    void theLotteryGivesNobodyTwoPlacesAndNoSectionTooMany() {
        var conversion = office.in(() -> office.get(Lotteries.class).convert(PROGRAM, Optional.empty(), TYPES));

        assertThat(conversion.converted().size() + conversion.notConverted().size()).isEqualTo(12_613);
        assertThat(conversion.notConverted()).allMatch(left -> !left.reasons().isEmpty());
        assertThat(number("select count(*) from class_section s where s.enrolled <> (select count(*) from student_registration r"
                + " where r.section_id = s.id and r.type_id = 1 and r.end_date is null)")).isZero();
        assertThat(number("select count(*) from class_section where enrolled > capacity")).isZero();
        assertThat(number("select sum(enrolled) from class_section")).isEqualTo(conversion.converted().size());
        seatsByStudent().forEach((student, seats) -> assertThat(inTwoPlaces(seats)).as("student %s", student).isFalse());
    }

    /** A meeting in a section where a student is enrolled, straight from the tables. */
    private record Seat(Object student, Object section, Object subject, Comparable<Object> start, Comparable<Object> end) {
    }

    private Map<Object, List<Seat>> seatsByStudent() {
        return rows("select r.student_id, s.id, s.subject_id, t.starts_at, t.ends_at from student_registration r"
                + " join class_section s on s.id = r.section_id left join meeting m on m.section_id = s.id"
                + " left join timeslot t on t.id = m.timeslot_id where r.type_id = 1 and r.end_date is null")
                .map(UmassTest::seat).collect(Collectors.groupingBy(Seat::student));
    }

    @SuppressWarnings("unchecked")
    private static Seat seat(Object[] row) {
        return new Seat(row[0], row[1], row[2], (Comparable<Object>) row[3], (Comparable<Object>) row[4]);
    }

    private static boolean inTwoPlaces(Collection<Seat> seats) {
        var sections = new HashMap<Object, Object>();
        seats.forEach(seat -> sections.put(seat.section(), seat.subject()));
        var twiceInACourse = new HashSet<>(sections.values()).size() < sections.size();
        return twiceInACourse || seats.stream().anyMatch(one -> seats.stream()
                .anyMatch(other -> !one.section().equals(other.section()) && overlap(one, other)));
    }

    private static boolean overlap(Seat one, Seat other) {
        return one.start() != null && other.start() != null
                && one.start().compareTo(other.end()) < 0 && other.start().compareTo(one.end()) < 0;
    }

    private List<Long> rowsOf(String... tables) {
        var counts = new ArrayList<Long>();
        for (var table : tables) {
            counts.add(number("select count(*) from " + table));
        }
        return counts;
    }

    private long number(String query) {
        return office.with(em -> ((Number) em.createNativeQuery(query).getSingleResult()).longValue());
    }

    @SuppressWarnings("unchecked")
    private Stream<Object[]> rows(String query) {
        return office.with(em -> (List<Object[]>) em.createNativeQuery(query).getResultList()).stream();
    }
}
