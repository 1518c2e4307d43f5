package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.NotFound;
import org.classreg.exchange.ImportReport.Line;
import org.classreg.lottery.Lotteries;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.setup.SampleProgram;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported, taken into an empty office and exported there is the same to the byte. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class OneRosterExportTest {

    private final DatabaseKind kind;
    private final Office office;

    OneRosterExportTest(DatabaseKind kind) {
        this.kind = kind;
        office = Office.on(kind);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aSmallSetComesBackAsItIs() {
        var roster = new SmallRoster(office).enroll("e1,,k11,u1,student,2026-02-01,", "e2,,k12,u2,student,,", "e3,,k21,u3,student,2026-01-01,2026-02-01",
                "e4,,k11,u9,teacher,2026-02-10,");
        roster.replace("courses.csv", "\"Everything,Else\"", "\"\"\"Food, Drink\"\",Else\"");
        roster.take();

        var set = export(office, SmallRoster.PROGRAM, Coverage.ALL);

        assertThat(lines(set, "academicSessions.csv")).contains(
                "spring,,,Spring 2026,term,2026-03-01,2026-06-01,,2026,America/New_York,1,0");
        assertThat(lines(set, "courses.csv")).contains("c1,,,,Class One,E1,\"09,10,11\",office,\"\"\"Food, Drink\"\"\",EVE,");
        assertThat(lines(set, "classes.csv")).contains("k11,,,Class One,\"09,10,11\",c1,E1s1,scheduled,Hall,office,spring,"
                + "\"\"\"Food, Drink\"\"\",EVE,,2,,2026-03-07T09:00/2026-03-07T10:00");
        assertThat(lines(set, "users.csv")).contains("u1,,,true,s1,,Ann,Lee,,,ann@example.org,,,,10,,,,,,,office,,2");
        assertThat(lines(set, "enrollments.csv")).as("who is Enrolled, and who teaches").containsExactly(
                "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
                "e1,,,k11,office,u1,student,,2026-02-01,", "e2,,,k12,office,u2,student,,2026-03-01,",
                "e4,,,k11,office,u9,teacher,,2026-02-10,");
        assertThatItComesBack(set, SmallRoster.PROGRAM, Coverage.ALL).close();
    }

    @Test
    void theSampleProgramComesBackAsItIs() {
        office.in(() -> {
            office.get(SampleProgram.class).create(office.clock().instant());
            return null;
        });
        var before = seats(office, SampleProgram.CODE);

        var set = export(office, SampleProgram.CODE, Coverage.ALL);

        assertThat(lines(set, "users.csv")).hasSizeGreaterThan(300);
        assertThat(lines(set, "enrollments.csv")).hasSizeGreaterThan(500);
        try (var other = assertThatItComesBack(set, SampleProgram.CODE, Coverage.ALL)) {
            assertThat(seats(other, SampleProgram.CODE)).isEqualTo(before);
        }
        assertThat(take(office, set)).as("into the office that it is from: names of the other system are the only news")
                .allSatisfy(line -> assertThat(line.added() + line.ended()).as(line.kind()).isZero());
        assertThat(take(office, set)).noneMatch(Line::hasChanges);
    }

    @Test
    void aRealDepartmentComesBackAsItIsAfterItsLottery() {
        take(office, CsvFiles.ofFolder(SharedData.folder("umass-fall-2024")));
        office.clock().tick();
        office.in(() -> office.get(Lotteries.class).convert("2024-fall", Optional.empty(), List.of("Priority/1", "Priority/2", "Interested")));

        var set = export(office, "2024-fall", Coverage.REGISTERED);

        assertThat(lines(set, "users.csv")).hasSize(694);
        assertThat(lines(set, "enrollments.csv")).hasSizeGreaterThan(1_000);
        assertThatItComesBack(set, "2024-fall", Coverage.ALL).close();
    }

    @Test
    void capacitiesThatProgramClassAndRoomDecideComeBack() {
        var roster = new SmallRoster(office);
        roster.put("classes.csv", """
                sourcedId,courseSourcedId,classCode,location,termSourcedIds,metadata.capacity,metadata.roomSeats,metadata.meetings
                k11,c1,E1s1,Hall,spring,,7,2026-03-07T09:00/2026-03-07T10:00
                k12,c1,E1s2,,spring,2,,2026-03-07T11:00/2026-03-07T12:00
                k21,c2,E2s1,,spring,2,,2026-03-07T09:30/2026-03-07T10:30
                """);
        roster.put("courses.csv", """
                sourcedId,title,courseCode,subjects,metadata.capacity
                c1,Class One,E1,Everything,9
                c2,Class Two,E2,Everything,
                """);
        roster.take();
        office.in(() -> office.get(Programs.class).configure(SmallRoster.PROGRAM,
                ProgramSettings.DEFAULT.withCapacity(new BigDecimal("1.5"), 1)));
        assertThat(roster.section("E1s1").getCapacity()).as("7 seats, by 1.5, plus 1").isEqualTo(11);
        assertThat(roster.section("E1s2").getCapacity()).as("2 seats, by 1.5, plus 1").isEqualTo(4);

        var set = export(office, SmallRoster.PROGRAM, Coverage.ALL);

        try (var other = assertThatItComesBack(set, SmallRoster.PROGRAM, Coverage.ALL)) {
            assertThat(seats(other, SmallRoster.PROGRAM)).containsExactly("E1s1 0/11", "E1s2 0/4", "E2s1 0/4");
        }
    }

    @Test
    void anExportIsOfAnInstantAndLeavesOutWhatIsNotHeld() {
        var roster = new SmallRoster(office);
        roster.take();
        var before = office.clock().instant();
        office.clock().tick();
        office.in(() -> office.get(Registrations.class).register(SmallRoster.id("E1s1"), "s1", "Enrolled"));
        office.with(em -> {
            em.createNamedQuery(ClassSection.OF_PROGRAM, ClassSection.class).setParameter("program", SmallRoster.PROGRAM).getResultStream()
                    .filter(section -> section.getCode().equals("E2s1")).forEach(section -> section.setStatus(ClassStatus.CANCELLED));
            return null;
        });

        var now = export(office, SmallRoster.PROGRAM, Coverage.REGISTERED);
        assertThat(lines(now, "enrollments.csv")).hasSize(2);
        assertThat(lines(now, "users.csv")).as("who has a registration").hasSize(2);
        assertThat(lines(now, "classes.csv")).hasSize(3).noneMatch(line -> line.startsWith("k21"));
        assertThat(lines(now, "courses.csv")).hasSize(2);
        assertThat(lines(bytes(office, SmallRoster.PROGRAM, Coverage.REGISTERED, before), "enrollments.csv")).hasSize(1);
        assertThatThrownBy(() -> export(office, "nowhere", Coverage.ALL)).isInstanceOf(NotFound.class);
    }

    private Office assertThatItComesBack(byte[] set, String program, Coverage coverage) {
        var other = Office.on(kind);
        other.clock().advance(Duration.ofDays(2));
        assertThat(take(other, set)).allSatisfy(line -> assertThat(line.changed() + line.unchanged() + line.ended()).as(line.kind()).isZero());
        for (var file : CsvFiles.ofZip(new ByteArrayInputStream(set)).names()) {
            assertThat(lines(export(other, program, coverage), file)).as(file).isEqualTo(lines(set, file));
        }
        assertThat(export(other, program, coverage)).isEqualTo(set);
        return other;
    }

    private static List<Line> take(Office office, byte[] set) {
        return take(office, CsvFiles.ofZip(new ByteArrayInputStream(set)));
    }

    private static List<Line> take(Office office, CsvFiles files) {
        return office.in(() -> office.get(Imports.class).importOneRoster(files, new Progress())).lines();
    }

    private static byte[] export(Office office, String program, Coverage coverage) {
        return bytes(office, program, coverage, office.clock().instant());
    }

    /** Written after the transaction, as the server does. */
    private static byte[] bytes(Office office, String program, Coverage coverage, Instant at) {
        var set = office.in(() -> office.get(Exports.class).oneRoster(program, coverage, at));
        var out = new ByteArrayOutputStream();
        try {
            set.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> lines(byte[] set, String file) {
        return new String(CsvFiles.ofZip(new ByteArrayInputStream(set)).content(file), StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> seats(Office office, String program) {
        return office.in(() -> office.get(Catalog.class).sections(program)).stream().filter(section -> section.isAccepted() && !section.isCancelled())
                .map(section -> section.getCode() + " " + section.getEnrolled() + "/" + section.getCapacity()).toList();
    }
}
