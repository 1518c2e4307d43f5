package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.classreg.exchange.ImportReport.Line;
import org.classreg.people.Role;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Rosters;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that the manifest calls delta change what their rows name, and nothing else. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class DeltaImportTest {

    private final Office office;
    private final SmallRoster roster;

    DeltaImportTest(DatabaseKind kind) {
        office = Office.on(kind);
        roster = new SmallRoster(office);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @BeforeEach
    void allOfIt() {
        roster.enroll("e1,,k11,u1,student,,", "e2,,k12,u2,student,,", "e3,,k21,u3,student,,").take();
        office.clock().tick();
        roster.without("orgs.csv", "academicSessions.csv", "courses.csv", "classes.csv", "users.csv", "roles.csv", "enrollments.csv");
    }

    private void declare(String... files) {
        var manifest = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
        for (var file : files) {
            manifest.append("file.").append(file).append(",delta\n");
        }
        roster.put("manifest.csv", manifest.toString());
    }

    @Test
    void enrollmentsBeginAndEndAndTheOthersStay() {
        declare("enrollments");
        roster.enroll("e1,tobedeleted,,,,,", "e4,active,k12,u1,student,,");

        assertThat(roster.take()).containsExactly(new Line("Enrollments", 1, 0, 0, 1));

        assertThat(enrolled("E1s1")).isEmpty();
        assertThat(enrolled("E1s2")).containsExactly("Ann Lee", "Bob Ray");
        assertThat(enrolled("E2s1")).containsExactly("Cem Oz");
        assertThat(roster.take()).as("the same changes again").noneMatch(Line::hasChanges);
    }

    @Test
    void aClassIsChangedAndOneIsCancelledByThemselves() {
        declare("classes", "enrollments");
        roster.put("classes.csv", """
                sourcedId,status,dateLastModified,title,courseSourcedId,classCode,termSourcedIds,metadata.capacity
                k12,active,2026-03-02T00:00:00.000Z,Class One,c1,E1s2,spring,5
                k21,tobedeleted,2026-03-02T00:00:00.000Z,,,,,
                """).enroll("e3,tobedeleted,,,,,");

        assertThat(roster.take()).containsExactly(new Line("Sections", 0, 1, 0, 1), new Line("Enrollments", 0, 0, 0, 1));

        assertThat(roster.section("E1s2").getCapacity()).isEqualTo(5);
        assertThat(roster.section("E1s2").meetings()).as("a column that is not there says nothing").hasSize(1);
        assertThat(roster.section("E2s1").isCancelled()).isTrue();
        assertThat(roster.section("E1s1").isCancelled()).isFalse();
        assertThat(roster.section("E1s1").roomNames()).containsExactly("Hall");
    }

    @Test
    void peopleComeGoAndTakeRolesByThemselves() {
        declare("users", "roles");
        roster.put("users.csv", """
                sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,grades
                u3,tobedeleted,2026-03-02T00:00:00.000Z,,,,,
                u4,active,2026-03-02T00:00:00.000Z,true,s4,Dee,Day,11
                """).put("roles.csv", """
                sourcedId,status,dateLastModified,userSourcedId,roleType,role,orgSourcedId
                r4,active,2026-03-02T00:00:00.000Z,u4,primary,student,school
                r5,active,2026-03-02T00:00:00.000Z,u9,secondary,student,school
                """);

        assertThat(roster.take()).containsExactly(new Line("People", 1, 1, 0, 1));

        assertThat(roster.person("s3").isEnabled()).isFalse();
        assertThat(roster.person("s4").getRoles()).containsExactly(Role.STUDENT);
        assertThat(roster.person("t1").getRoles()).as("a delta adds a role, and takes none").containsExactlyInAnyOrder(Role.TEACHER, Role.STUDENT);
        assertThat(roster.person("s1").getGrade()).isEqualTo(10);
    }

    @Test
    void aSchoolYearThatComesAloneIsNoProgram() {
        declare("academicSessions");
        roster.put("academicSessions.csv", """
                sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
                year,active,2026-03-02T00:00:00.000Z,The Year 2026,schoolYear,2026-01-01,2027-01-01,,2026
                spring,active,2026-03-02T00:00:00.000Z,Spring,term,2026-03-01,2026-06-01,elsewhere,2026
                """);

        assertThat(roster.take()).containsExactly(new Line("Programs", 0, 1, 0, 0));
        assertThat(roster.rows("program")).isEqualTo(1);
    }

    @Test
    void aManifestThatSaysAnythingElseIsRefused() {
        roster.put("manifest.csv", "propertyName,value\nfile.users,partial\n").put("users.csv", "sourcedId,username,givenName,familyName\n");

        assertThat(roster.refusal()).containsExactly("manifest.csv, line 2, value: \"partial\" is not absent, bulk or delta.");
    }

    private List<String> enrolled(String section) {
        return office.in(() -> office.get(Rosters.class).roster(SmallRoster.id(section), RegistrationType.ENROLLED, office.clock().instant(), 0, 100))
                .stream().map(StudentRegistration::getStudent).map(student -> student.name()).toList();
    }
}
