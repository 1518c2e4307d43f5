package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a set is told at once: each error with file, line, column and reason. */
class ImportErrorsTest {

    private final Office office = Office.on(DatabaseKind.H2);
    private final SmallRoster roster = new SmallRoster(office);

    @AfterEach
    void close() {
        for (var table : new String[] {"program", "class_section", "student_registration", "operation"}) {
            assertThat(roster.rows(table)).as("nothing was written to %s", table).isZero();
        }
        office.close();
    }

    @Test
    void errorsOfAllFilesComeAtOnce() {
        roster.replace("academicSessions.csv", "2026-06-01", "June")
                .replace("courses.csv", "10,11", "10,XI")
                .replace("classes.csv", "spring,2,2026-03-07T11:00/", "spring,two,2026-03-07T13:00/")
                .replace("users.csv", "u2,,true,s2,Bob", "u2,gone,maybe,s1,")
                .replace("roles.csv", "u3,primary,student", "u4,primary,pupil")
                .enroll("e1,,k21,u7,student,,", "e2,,k99,u1,student,2026-02-30,")
                .prefer("u1,k21,Loved");

        assertThat(roster.refusal()).containsExactly(
                "academicSessions.csv, line 3, endDate: \"June\" is not a date such as 2024-09-03.",
                "classes.csv, line 3, metadata.capacity: \"two\" is not a whole number from 0.",
                "classes.csv, line 3, metadata.meetings: "
                        + "\"2026-03-07T13:00/2026-03-07T12:00\" is not an interval such as 2024-09-10T13:00/2024-09-10T14:15.",
                "courses.csv, line 2, grades: \"XI\" is not a grade: a number from -2 to 30, or IT, PR, PK, TK, KG, PS, UG or Other.",
                "enrollments.csv, line 2, userSourcedId: There is no user \"u7\", neither in the files nor in the office.",
                "enrollments.csv, line 3, beginDate: \"2026-02-30\" is not a date such as 2024-09-03.",
                "preferences.csv, line 2, type: \"Loved\" is not a type of preference; there are Interested, Priority/1, Priority/2, "
                        + "Priority/3, Priority/4, Priority/5, Priority/6, Priority/7, Priority/8.",
                "roles.csv, line 4, role: \"pupil\" is not a role: student, teacher, administrator, aide, counselor, "
                        + "districtAdministrator, guardian, parent, principal, proctor, relative, siteAdministrator, systemAdministrator.",
                "users.csv, line 3, status: \"gone\" is not tobedeleted or active.",
                "users.csv, line 3, givenName: The value is missing.",
                "users.csv, line 3, enabledUser: \"maybe\" is not true or false.");
    }

    @Test
    void whatRefersToAFaultyRowIsNotReportedToo() {
        roster.replace("courses.csv", "Class One", "").replace("users.csv", "s3,Cem", "s3,")
                .enroll("e1,,k11,u1,student,,", "e2,,k21,u3,student,,").prefer("u3,k11,Interested");

        assertThat(roster.refusal()).containsExactly(
                "courses.csv, line 2, title: The value is missing.",
                "users.csv, line 4, givenName: The value is missing.");
    }

    @Test
    void keysAreUnique() {
        roster.replace("users.csv", "u2,,true,s2", "u1,,true,s2").replace("users.csv", "u3,,true,s3", "u3,,true,s1")
                .replace("classes.csv", "E1s2", "E1s1").replace("courses.csv", "Class Two,E2", "Class Two,E1")
                .without("roles.csv");

        assertThat(roster.refusal()).containsExactly(
                "classes.csv, line 3, classCode: The code \"E1s1\" is that of another class of spring.",
                "courses.csv, line 3, courseCode: The code \"E1\" is that of another class of spring.",
                "users.csv, line 3, sourcedId: \"u1\" is on line 2 already.",
                "users.csv, line 4, username: The username \"s1\" is that of another person.");
    }

    @Test
    void referencesLeadSomewhere() {
        roster.replace("orgs.csv", "School,school,", "School,school,district")
                .replace("courses.csv", "c2,,Class Two,E2,,school", "c2,,Class Two,E2,,college")
                .replace("academicSessions.csv", "2026-06-01,year", "2026-06-01,decade")
                .replace("classes.csv", "k11,,Class One,c1", "k11,,Class One,c7")
                .replace("classes.csv", "E1s2,,school,spring", "E1s2,,school,autumn")
                .replace("classes.csv", "E2s1,,school,spring", "E2s1,,school,\"spring,year\"")
                .replace("roles.csv", "u9,secondary", "u8,secondary");

        assertThat(roster.refusal()).containsExactly(
                "academicSessions.csv, line 3, parentSourcedId: There is no \"decade\" in academicSessions.csv.",
                "classes.csv, line 2, courseSourcedId: There is no course \"c7\", neither in the files nor in the program.",
                "classes.csv, line 3, termSourcedIds: There is no academic session \"autumn\", neither in the files nor in the office.",
                "classes.csv, line 4, termSourcedIds: A section is in one program: name one term, not 2.",
                "courses.csv, line 3, orgSourcedId: There is no \"college\" in orgs.csv.",
                "orgs.csv, line 2, parentSourcedId: There is no \"district\" in orgs.csv.",
                "roles.csv, line 6, userSourcedId: There is no user \"u8\", neither in the files nor in the office.");
    }

    @Test
    void aFileThatCannotBeReadStopsTheRest() {
        roster.put("users.csv", "sourcedId,status,username,givenName\nu1,,s1,\n")
                .replace("courses.csv", "\"Everything,Else\"", "\"Everything\"Else");

        assertThat(roster.refusal()).containsExactly(
                "courses.csv, line 2: Unexpected character after closing quote: 'E' (0x45).",
                "users.csv, line 1, familyName: The column is missing.",
                "users.csv, line 2, givenName: The value is missing.");
    }

    @Test
    void linesAreThoseOfTheFileBehindLineBreaksInQuotes() {
        roster.replace("users.csv", "Ann,Lee", "\"Ann\nMary\n\",Lee").replace("users.csv", "s3,Cem", "s3,");

        assertThat(roster.refusal()).containsExactly("users.csv, line 6, givenName: The value is missing.");
    }

    @Test
    void theManifestIsTakenAtItsWord() {
        roster.put("manifest.csv", "propertyName,value\noneroster.version,2.0\nfile.users,bulk\nfile.orgs,absent\nfile.results,bulk\n")
                .without("users.csv", "orgs.csv", "roles.csv");

        assertThat(roster.refusal()).containsExactly(
                "manifest.csv, line 2, value: OneRoster \"2.0\" is not understood; 1.2 and 1.1 are.",
                "manifest.csv, line 3, value: The manifest says users.csv is there as bulk, but it is not in the set.");
    }

    @Test
    void textsAndTimeZonesAreOnesThatCanBeKept() {
        roster.replace("users.csv", "Bob", "B".repeat(201))
                .replace("academicSessions.csv", "year,America/New_York", "year,America/Gotham");

        assertThat(roster.refusal()).containsExactly(
                "academicSessions.csv, line 3, metadata.timeZone: \"America/Gotham\" is not a time zone such as America/New_York.",
                "users.csv, line 3, givenName: The value has 201 characters; at most 200 are taken.");
    }

    @Test
    void administratorsAreNeitherTakenOverNorShutOut() {
        office.with(em -> {
            em.persist(new Person("s1", "The", "Boss", Role.ADMIN));
            var other = new Person("s2", "Other", "Boss", Role.ADMIN);
            other.setSourcedId("u2");
            em.persist(other);
            return null;
        });
        roster.replace("users.csv", "u2,,true", "u2,,false");

        assertThat(roster.refusal()).containsExactly(
                "users.csv, line 2, username: The username \"s1\" is that of an administrator, whom an import does not take over.",
                "users.csv, line 3, enabledUser: s2 is an administrator, whom an import does not shut out.");
    }

    @Test
    void aSetWithoutAnyFileIsRefused() {
        roster.put("other.csv", "a,b\n")
                .without("orgs.csv", "academicSessions.csv", "courses.csv", "classes.csv", "users.csv", "roles.csv");

        assertThat(roster.refusal()).singleElement().asString().contains("There is none of the files that are imported: orgs.csv, ");
    }

    @Test
    void ofVeryManyErrorsTheFirstAreCarriedAndAllAreCounted() {
        roster.put("users.csv", "sourcedId,username,givenName,familyName\n"
                + IntStream.range(0, 1_500).mapToObj(i -> "x%d,y%d,,".formatted(i, i)).collect(Collectors.joining("\n")))
                .without("roles.csv");

        var refusal = catchThrowableOfType(ImportRefused.class,
                () -> office.in(() -> office.get(Imports.class).importOneRoster(roster.zip(), new Progress())));

        assertThat(refusal.count()).isEqualTo(3_000);
        assertThat(refusal.errors()).hasSize(1_000);
        assertThat(refusal).hasMessage("Nothing was imported. There are 3000 errors, the first of them: "
                + "users.csv, line 2, givenName: The value is missing.");
    }
}
