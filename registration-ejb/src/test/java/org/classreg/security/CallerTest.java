package org.classreg.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;
import org.classreg.errors.Forbidden;
import org.classreg.errors.NotFound;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.classreg.testing.StatementLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller may do follows from what was granted, in one statement at most. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class CallerTest {

    private final StatementLog log = new StatementLog();
    private final Office office;
    private final SmallProgram program;
    private final Caller caller;
    private Program here;
    private Program other;
    private ClassSection own;
    private ClassSection others;
    private Person student;

    CallerTest(DatabaseKind kind) {
        office = Office.on(log.listenTo(kind.create()));
        program = new SmallProgram(office);
        caller = office.get(Caller.class);
    }

    @BeforeEach
    void peopleWithRights() {
        other = office.with(em -> {
            var added = new Program("autumn", "Autumn Program", ZoneId.of("UTC"));
            em.persist(added);
            return added;
        });
        program.student("s1", 10);
        List.of("ada", "ben", "grace").forEach(name -> program.person(name, null, Role.TEACHER));
        program.section("E1s1", 2, "09:00-10:00");
        program.section("E1s2", 2, "10:00-11:00");
        program.grant("ada", Role.STAFF);
        program.grant("ben", Role.VOLUNTEER);
        program.teach("grace", "E1s1");
        here = program.find();
        own = program.find("E1s1");
        others = program.find("E1s2");
        student = office.in(() -> office.get(People.class).getByUsername("s1"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void staffRunTheNamedProgramsOnly() {
        office.caller().is("ada", Role.STAFF);

        assertThat(in(() -> caller.isStaff(here))).isTrue();
        assertThat(in(() -> caller.isStaff(other))).isFalse();
        assertThat(in(() -> caller.mayCheckIn(here))).isTrue();
        assertThat(in(() -> caller.teaches(others))).as("as staff").isTrue();
        assertThat(in(() -> caller.programs(Role.STAFF))).extracting(Program::getCode).containsExactly(SmallProgram.CODE);
        assertThatThrownBy(() -> in(() -> require(() -> caller.requireStaff(other)))).isInstanceOf(Forbidden.class);
    }

    @Test
    void volunteersCheckInAtTheNamedProgramsAndDoNoMore() {
        office.caller().is("ben", Role.VOLUNTEER);

        assertThat(in(() -> caller.mayCheckIn(here))).isTrue();
        assertThat(in(() -> caller.mayCheckIn(other))).isFalse();
        assertThat(in(() -> caller.isStaff(here))).isFalse();
        assertThat(in(() -> caller.teaches(own))).isFalse();
    }

    @Test
    void teachersHaveTheSectionsThatTheyTeach() {
        office.caller().is("grace", Role.TEACHER);

        assertThat(in(() -> caller.teaches(own))).isTrue();
        assertThat(in(() -> caller.teaches(others))).isFalse();
        assertThat(in(() -> caller.isStaff(here))).isFalse();
        assertThat(in(() -> caller.mayActFor(student, here))).isFalse();
    }

    @Test
    void studentsAreThemselvesAndOthersDoNotExistForThem() {
        office.caller().is("s1", Role.STUDENT);
        assertThat(in(() -> caller.mayActFor(student, other))).isTrue();

        office.caller().is("ben", Role.STUDENT);
        assertThatThrownBy(() -> in(() -> require(() -> caller.requireMayActFor(student, other))))
                .isInstanceOf(NotFound.class).hasMessageContaining("There is no person \"s1\"");
    }

    @Test
    void aRevokedRightIsNoneFromThenOn() {
        office.with(em -> {
            em.createNamedQuery(ProgramRole.OF_PROGRAM, ProgramRole.class).setParameter("program", here).getResultStream()
                    .forEach(grant -> grant.revoke("admin", office.clock().instant()));
            em.createNamedQuery(SectionTeacher.OF_SECTION, SectionTeacher.class).setParameter("section", own).getResultStream()
                    .forEach(grant -> grant.revoke("admin", office.clock().instant()));
            return null;
        });

        office.caller().is("ada", Role.STAFF);
        assertThat(in(() -> caller.isStaff(here))).isFalse();
        office.caller().is("grace", Role.TEACHER);
        assertThat(in(() -> caller.teaches(own))).isFalse();
        assertThat(in(() -> office.get(RoleNames.class).of(office.get(People.class).getByUsername("ada")))).isEqualTo(Set.of("teacher"));
    }

    @Test
    void theContainerIsToldTheRolesThatSomebodyHasInAnyProgram() {
        assertThat(in(() -> office.get(RoleNames.class).of(office.get(People.class).getByUsername("ada")))).isEqualTo(Set.of("teacher", "staff"));
        assertThat(in(() -> office.get(RoleNames.class).of(office.get(People.class).getByUsername("s1")))).isEqualTo(Set.of("student"));
    }

    @Test
    void aRightCostsOneStatementAndNoneForAdministratorsAndStudents() {
        assertThat(statements(() -> caller.isStaff(here) && caller.mayCheckIn(here) && caller.teaches(own))).isEmpty();
        office.caller().is("s1", Role.STUDENT);
        assertThat(statements(() -> caller.mayActFor(student, here))).isEmpty();
        assertThat(statements(() -> caller.isStaff(here) || caller.teaches(own))).isEmpty();
        office.caller().is("ada", Role.STAFF);
        assertThat(statements(() -> caller.mayActFor(student, here))).hasSize(1);
        office.caller().is("grace", Role.TEACHER);
        assertThat(statements(() -> caller.teaches(own))).hasSize(1);
    }

    private List<String> statements(Callable<Boolean> question) {
        return log.during(() -> office.in(question));
    }

    private <T> T in(Callable<T> work) {
        return office.in(work);
    }

    private static Object require(Runnable requirement) {
        requirement.run();
        return null;
    }
}
