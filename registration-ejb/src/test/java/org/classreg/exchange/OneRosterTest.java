package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassStatus;
import org.classreg.exchange.ImportReport.Line;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class OneRosterTest {

    private final Office office;
    private final SmallRoster roster;

    OneRosterTest(DatabaseKind kind) {
        office = Office.on(kind);
        roster = new SmallRoster(office);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aTermBecomesAProgramAndItsParentDoesNot() {
        assertThat(roster.take()).contains(new Line("Programs", 1, 0, 0, 0));

        var program = office.in(() -> office.get(Catalog.class).getProgram("spring"));
        assertThat(program.getTitle()).isEqualTo("Spring 2026");
        assertThat(program.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(program.getStartsOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(program.getEndsOn()).as("OneRoster's end date is the day after").isEqualTo(LocalDate.of(2026, 5, 31));
    }

    @Test
    void aParentThatHasClassesBecomesAProgramToo() {
        roster.replace("classes.csv", "E2s1,,school,spring", "E2s1,,school,year");

        assertThat(roster.take()).contains(new Line("Programs", 2, 0, 0, 0), new Line("Classes", 2, 0, 0, 0));
    }

    @Test
    void coursesAndClassesBecomeClassesAndSections() {
        roster.take();

        var section = roster.section("E1s1");
        assertThat(section.getSubject().getCode()).isEqualTo("E1");
        assertThat(section.getTitle()).isEqualTo("Class One");
        assertThat(section.getSubject().getGradeMin()).isEqualTo(9);
        assertThat(section.getSubject().getGradeMax()).isEqualTo(11);
        assertThat(section.getCapacity()).isEqualTo(2);
        assertThat(section.roomNames()).containsExactly("Hall");
        assertThat(section.meetings()).extracting(meeting -> meeting.getTimeslot().getStartsAt()).hasToString("[2026-03-07T14:00:00Z]");
        List<String> categories = office.with(em -> em.createQuery(
                "select concat(c.symbol, ' ', c.title) from ClassCategory c order by c.symbol", String.class).getResultList());
        assertThat(categories).containsExactly("C Classes", "EVE Everything");
    }

    @Test
    void usersBecomePeopleWithTheRolesThatCountHere() {
        roster.take();

        var ann = roster.person("s1");
        assertThat(ann.name()).isEqualTo("Ann Lee");
        assertThat(ann.getEmail()).isEqualTo("ann@example.org");
        assertThat(ann.getMaxSections()).isEqualTo(2);
        assertThat(ann.getRoles()).containsExactly(Role.STUDENT);
        assertThat(roster.person("s2").getGrade()).as("the highest").isEqualTo(10);
        assertThat(roster.person("t1").getRoles()).as("no administrators").containsExactly(Role.TEACHER);
        assertThat(roster.rows("account")).as("passwords are not taken over").isZero();
    }

    @Test
    void theSameSetAgainChangesNothing() {
        roster.enroll("e1,,k11,u1,student,,", "e2,,k12,u2,student,2026-02-01,2026-02-10").prefer("u2,k21,Priority/1");
        roster.take();
        office.clock().tick();

        assertThat(roster.take()).hasSize(6).noneMatch(Line::hasChanges);
        assertThat(roster.rows("operation")).isEqualTo(1);
    }

    @Test
    void aPreviewWritesNothing() {
        roster.enroll("e1,,k11,u1,student,,").prefer("u2,k21,Priority/1");

        assertThat(roster.preview()).extracting(Line::kind)
                .containsExactly("Programs", "Classes", "Sections", "People", "Enrollments", "Preferences");
        for (var table : new String[] {"program", "class_section", "person", "student_registration", "operation"}) {
            assertThat(roster.rows(table)).as(table).isZero();
        }
    }

    @Test
    void aPartOfTheSetIsEnough() {
        roster.take();
        var users = new SmallRoster(office).without("orgs.csv", "academicSessions.csv", "courses.csv", "classes.csv")
                .replace("users.csv", "u1,,true,s1,Ann,Lee", "u1,,true,ann,Anna,Lee");
        assertThat(users.take()).containsExactly(new Line("People", 0, 1, 3, 0));
        assertThat(roster.person("ann").name()).isEqualTo("Anna Lee");

        var classes = new SmallRoster(office).without("orgs.csv", "academicSessions.csv", "courses.csv", "users.csv", "roles.csv")
                .replace("classes.csv", "E1s2,,school,spring,2", "E1s3,,school,spring,5");
        assertThat(classes.take()).containsExactly(new Line("Sections", 0, 1, 2, 0));
        assertThat(roster.section("E1s3").getCapacity()).isEqualTo(5);

        var courses = new SmallRoster(office).without("orgs.csv", "academicSessions.csv", "classes.csv", "users.csv", "roles.csv")
                .replace("courses.csv", "Class One,E1,\"09,10,11\"", "Class 1,F1,\"KG,PK\"");
        assertThat(courses.take()).containsExactly(new Line("Classes", 0, 1, 1, 0));
        assertThat(roster.section("E1s1").getSubject().getGradeMin()).isEqualTo(-1);
    }

    @Test
    void columnsThatAreNotThereLeaveThingsAsTheyAre() {
        roster.take();
        var plain = new SmallRoster(office)
                .put("classes.csv", """
                        sourcedId,courseSourcedId,classCode,termSourcedIds
                        k11,c1,E1s1,spring
                        """)
                .put("users.csv", """
                        sourcedId,username,givenName,familyName
                        u1,s1,Ann,Lee
                        """)
                .without("roles.csv");

        assertThat(plain.take()).noneMatch(Line::hasChanges);
    }

    @Test
    void aRosterOfOneRosterOnePointOneNamesTheRoleInItsUsers() {
        roster.without("roles.csv").put("users.csv", """
                sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName
                u1,,,true,school,student,s1,,Ann,Lee
                u2,,,true,school,administrator,s2,,Bob,Ray
                """);
        roster.take();

        assertThat(roster.person("s1").getRoles()).containsExactly(Role.STUDENT);
        assertThat(roster.person("s2").getRoles()).isEmpty();
    }

    @Test
    void rolesAreReplacedByABulkAndChangedByADelta() {
        roster.take();
        var delta = new SmallRoster(office).put("manifest.csv", "propertyName,value\noneroster.version,1.2\nfile.roles,delta\n")
                .put("roles.csv", """
                        sourcedId,status,userSourcedId,role
                        r21,,u1,teacher
                        r9,tobedeleted,u9,teacher
                        """);
        delta.take();
        assertThat(roster.person("s1").getRoles()).containsExactlyInAnyOrder(Role.STUDENT, Role.TEACHER);
        assertThat(roster.person("t1").getRoles()).isEmpty();

        roster.take();
        assertThat(roster.person("s1").getRoles()).containsExactly(Role.STUDENT);
        assertThat(roster.person("t1").getRoles()).containsExactly(Role.TEACHER);
    }

    @Test
    void aPersonOfTheOfficeWithTheSameUsernameIsTheSamePerson() {
        office.with(em -> {
            em.persist(new Person("s1", "A.", "Lee", Role.TEACHER));
            return null;
        });

        assertThat(roster.take()).contains(new Line("People", 3, 1, 0, 0));
        assertThat(roster.person("s1").getSourcedId()).isEqualTo("u1");
        assertThat(roster.person("s1").getRoles()).containsExactly(Role.STUDENT);
    }

    @Test
    void whatIsDeletedIsCancelledOrShutOut() {
        roster.take();
        roster.replace("classes.csv", "k21,,", "k21,tobedeleted,").replace("users.csv", "u3,,true", "u3,tobedeleted,true");

        assertThat(roster.take()).contains(new Line("Sections", 0, 0, 2, 1), new Line("People", 0, 0, 3, 1));
        assertThat(roster.section("E2s1").getStatus()).isEqualTo(ClassStatus.CANCELLED);
        assertThat(roster.person("s3").isEnabled()).isFalse();
        assertThat(roster.take()).noneMatch(Line::hasChanges);
    }

    @Test
    void meetingsAndRoomsFollowTheFile() {
        roster.take();
        roster.replace("classes.csv", "E1s1,Hall,", "E1s1,Room 7,")
                .replace("classes.csv", "2026-03-07T11:00/2026-03-07T12:00",
                        "2026-03-07T09:00/2026-03-07T10:00 2026-03-08T09:00/2026-03-08T10:00");

        assertThat(roster.take()).contains(new Line("Sections", 0, 2, 1, 0));
        assertThat(roster.section("E1s1").roomNames()).containsExactly("Room 7");
        assertThat(roster.section("E1s2").meetings()).hasSize(2);
        assertThat(roster.rows("timeslot")).as("equal ones are shared").isEqualTo(4);
    }

    @Test
    void theProgressTellsHowFarItHasCome() {
        var progress = new Progress();
        assertThat(progress.getStage()).isEqualTo("Waiting");

        office.in(() -> office.get(Imports.class).importOneRoster(roster.zip(), progress));

        assertThat(progress.getStage()).isEqualTo("Writing");
        assertThat(progress.getDone()).isEqualTo(progress.getTotal()).isPositive();
    }

    @Test
    void anEmptyLocationLeavesTheRoomsThatTheOfficeHasAssigned() {
        roster.take();
        roster.replace("classes.csv", "E1s1,Hall,", "E1s1,,");

        assertThat(roster.take()).noneMatch(Line::hasChanges);
        assertThat(roster.section("E1s1").roomNames()).containsExactly("Hall");
    }
}
