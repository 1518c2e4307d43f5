package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.classreg.exchange.ImportReport.Line;
import org.classreg.people.Role;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Rosters;
import org.classreg.security.SectionTeacher;
import org.classreg.security.SectionTeachers;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A teacher in enrollments.csv teaches the section, and so sees its roster. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class TeachersImportTest {

    private final Office office;
    private final SmallRoster roster;

    TeachersImportTest(DatabaseKind kind) {
        office = Office.on(kind);
        roster = new SmallRoster(office);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aTeacherSeesTheRosterOfTheSectionAndTheSameFileChangesNothing() {
        teach("e1,,k11,u9,teacher,true,2026-02-01,");
        assertThat(roster.take()).contains(new Line("Teachers", 1, 0, 0, 0));
        assertThat(roster.take()).contains(new Line("Teachers", 0, 0, 1, 0));

        var teacher = teachers("E1s1").get(0);
        assertThat(teacher.getPerson().getUsername()).isEqualTo("t1");
        assertThat(teacher.getPrimary()).isTrue();
        assertThat(teacher.getGrantedBy()).isEqualTo("admin");
        office.caller().is("t1", Role.TEACHER);
        assertThat(office.in(() -> office.get(Rosters.class)
                .roster(SmallRoster.id("E1s1"), RegistrationType.ENROLLED, office.clock().instant(), 0, 10))).isEmpty();
    }

    @Test
    void whoIsNamedHereAndThereIsTheSameAndChangesOfTheFirstTeacherAreTaken() {
        roster.take();
        office.in(() -> office.get(SectionTeachers.class).replace(SmallRoster.id("E1s1"), List.of("t1"), present -> { }));

        teach("e1,,k11,u9,teacher,,,");
        assertThat(roster.take()).contains(new Line("Teachers", 0, 1, 0, 0));
        teach("e1,,k11,u9,teacher,false,,");
        assertThat(roster.take()).contains(new Line("Teachers", 0, 1, 0, 0));
        assertThat(teachers("E1s1")).singleElement().satisfies(teacher -> assertThat(teacher.getPrimary()).isFalse());
    }

    @Test
    void whatEndsIsRevokedAndStartsNeverAgain() {
        teach("e1,,k11,u9,teacher,,2026-02-01,", "e2,,k12,u9,teacher,,2026-01-01,2026-02-01");
        assertThat(roster.take()).contains(new Line("Teachers", 2, 0, 0, 0));
        assertThat(teachers("E1s2")).as("over").isEmpty();

        teach("e1,tobedeleted,k11,u9,teacher,,2026-02-01,");
        assertThat(roster.take()).contains(new Line("Teachers", 0, 0, 0, 1));
        teach("e1,,k11,u9,teacher,,2026-02-01,");
        assertThat(roster.take()).contains(new Line("Teachers", 0, 0, 1, 0));
        assertThat(teachers("E1s1")).isEmpty();
    }

    @Test
    void whatCannotBeIsNamedAndNothingIsWritten() {
        teach("e1,,k11,u9,teacher,,,");
        roster.take();

        teach("e1,,k12,u9,teacher,,,", "e2,,k11,u9,teacher,,,", "e3,,k11,u77,teacher,,,");
        assertThat(roster.refusal()).hasSize(3)
                .anySatisfy(error -> assertThat(error).contains("line 2, sourcedId", "it cannot become another"))
                .anySatisfy(error -> assertThat(error).contains("line 3, userSourcedId", "t1 teaches E1s1 already"))
                .anySatisfy(error -> assertThat(error).contains("line 4, userSourcedId", "u77"));
        assertThat(roster.rows("section_teacher")).isEqualTo(1);
    }

    private void teach(String... rows) {
        roster.put("enrollments.csv", "sourcedId,status,classSourcedId,userSourcedId,role,primary,beginDate,endDate\n" + String.join("\n", rows));
    }

    private List<SectionTeacher> teachers(String section) {
        return office.in(() -> office.get(SectionTeachers.class).of(SmallRoster.id(section)));
    }
}
