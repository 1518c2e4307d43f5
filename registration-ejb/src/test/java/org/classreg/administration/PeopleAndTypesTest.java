package org.classreg.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ProgramSettings.Cap;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.lists.Slice;
import org.classreg.people.People;
import org.classreg.people.Role;
import org.classreg.registration.Programs;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;
import org.classreg.registration.Registrations;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.Treatment;
import org.classreg.security.Accounts;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People and registration types are created, changed and deleted as far as nothing refers to them. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class PeopleAndTypesTest {

    private final Office office;
    private final SmallProgram program;
    private final PersonEdits people;
    private final TypeEdits types;

    PeopleAndTypesTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        people = office.get(PersonEdits.class);
        types = office.get(TypeEdits.class);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aPersonIsCreatedFoundAndChanged() {
        office.in(() -> people.create(person("ada", 10, true, Role.STUDENT)));
        office.in(() -> people.change("ada", new PersonEdits.Wanted("ada", " Ada ", null, "ada@example.org", 11, 3, false,
                Set.of("teacher")), any()));

        var found = office.in(() -> office.get(People.class).search("AD", null, Slice.first(10)));
        assertThat(found).singleElement().satisfies(ada -> {
            assertThat(ada.name()).isEqualTo("Ada");
            assertThat(ada.getRoles()).containsExactly(Role.TEACHER);
            assertThat(ada.isEnabled()).isFalse();
        });
        assertThat(office.in(() -> office.get(People.class).search("", Role.STUDENT, Slice.first(10)))).isEmpty();
        assertThatThrownBy(() -> office.in(() -> people.create(person("ada", 10, true)))).isInstanceOf(Taken.class);
    }

    @Test
    void everyFaultOfAPersonIsToldAtOnce() {
        assertThat(faults(() -> people.create(new PersonEdits.Wanted("a b", "", null, "nowhere", 31, -1, null, null))))
                .containsExactly("username", "givenName", "email", "grade", "maxSections", "roles");
        office.in(() -> people.create(person("ada", 10, true)));
        assertThat(faults(() -> people.change("ada", new PersonEdits.Wanted("bea", "Ada", null, null, null, null, null, Set.of()), any())))
                .containsExactly("username", "enabled");
    }

    @Test
    void whoWasRegisteredIsNotDeletedAndWhoNeverWasIs() {
        program.students(2);
        program.section("E1s1", 4, "09:00-10:00");
        var seat = office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s1"));
        office.in(() -> office.get(Registrations.class).expire(seat.getId()));
        office.in(() -> {
            office.get(Accounts.class).setPassword("s2", "a-password-of-s2");
            return true;
        });

        assertThat(refusal(() -> people.delete("s1", any()))).isEqualTo("s1 has registrations, past ones included.");
        done(() -> people.delete("s2", any()));
        assertThat(office.in(() -> office.get(People.class).findByUsername("s2"))).isEmpty();
    }

    @Test
    void aLastAdministratorStaysOne() {
        for (var admin : List.of("a1", "a2")) {
            office.in(() -> people.create(person(admin, null, true, Role.ADMIN)));
        }
        office.in(() -> {
            office.get(Accounts.class).setPassword("a1", "the-password-of-one");
            return true;
        });

        assertThat(refusal(() -> people.change("a1", person("a1", null, false, Role.ADMIN), any())))
                .isEqualTo("a1 is the last who can sign in as administrator.");
        assertThat(refusal(() -> people.change("a1", person("a1", null, true, Role.TEACHER), any()))).contains("the last");
        assertThat(refusal(() -> people.delete("a1", any()))).contains("the last");

        office.in(() -> {
            office.get(Accounts.class).setPassword("a2", "the-password-of-two");
            return true;
        });
        done(() -> people.change("a1", person("a1", null, true, Role.TEACHER), any()));
        assertThat(refusal(() -> people.delete("a2", any()))).contains("the last");
    }

    @Test
    void anotherGradeLetsWhoWaitsForItIn() {
        program.students(2);
        program.section("E1s1", 1, "09:00-10:00");
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withCaps(new Cap(10, 10, 1))));
        office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s1"));
        office.in(() -> office.get(Registrations.class).register(id("E1s1"), "s2", RegistrationType.WAITLIST));
        office.in(() -> office.get(SectionChanges.class).change(id("E1s1"), new SectionChanges.Wanted(null, new SectionChanges.Size(2)), Treatment.KEEP));
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);

        done(() -> people.change("s1", person("s1", 11, true, Role.STUDENT), any()));

        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(2);
    }

    @Test
    void aTypeOfTheOfficesOwnIsUsedAndThenStays() {
        office.in(() -> types.create(new TypeEdits.Wanted("Volunteer/am", "Helps in the morning.", true, false)));
        program.students(1);
        program.section("E1s1", 4, "09:00-10:00");
        done(() -> types.change("Volunteer/am", new TypeEdits.Wanted(null, "Helps before noon.", false, null), any()));
        office.in(() -> office.get(Registrations.class).register(id("E1s1"), "s1", "Volunteer/am"));

        assertThat(refusal(() -> types.delete("Volunteer/am", any()))).isEqualTo("Volunteer/am has registrations, past ones included.");
        assertThat(refusal(() -> types.change("Volunteer/am", new TypeEdits.Wanted(null, "Helps.", true, null), any()))).contains("has registrations");
        done(() -> types.change("Volunteer/am", new TypeEdits.Wanted(null, "Helps.", false, null), any()));
        assertThat(office.in(() -> office.get(RegistrationTypes.class).get("Volunteer/am")).getDescription()).isEqualTo("Helps.");
    }

    @Test
    void whatIsBuiltInStaysAndNoTypeTakesSeats() {
        assertThat(refusal(() -> types.delete("Priority/1", any()))).isEqualTo("Priority/1 came with the program and stays as it is.");
        assertThat(refusal(() -> types.change("Enrolled", new TypeEdits.Wanted("Enrolled", "Other.", false, false), any()))).contains("stays as it is");
        assertThat(faults(() -> types.create(new TypeEdits.Wanted("Priority/9", "", null, true)))).containsExactly("name", "description", "takesSeat");
        assertThatThrownBy(() -> office.in(() -> types.create(new TypeEdits.Wanted("Applied", "Again.", false, false)))).isInstanceOf(Taken.class);
        office.in(() -> types.create(new TypeEdits.Wanted("Helper", "Helps.", false, false)));
        done(() -> types.delete("Helper", any()));
        assertThatThrownBy(() -> office.in(() -> office.get(RegistrationTypes.class).get("Helper"))).isInstanceOf(NotFound.class);
    }

    private static PersonEdits.Wanted person(String username, Integer grade, boolean enabled, Role... roles) {
        return new PersonEdits.Wanted(username, "Ada", "Lin", null, grade, null, enabled,
                Stream.of(roles).map(Role::roleName).collect(Collectors.toSet()));
    }

    private static <T> Consumer<T> any() {
        return present -> { };
    }

    private void done(Runnable act) {
        office.clock().tick();
        office.in(() -> {
            act.run();
            return true;
        });
    }

    private List<String> faults(Callable<?> act) {
        var fields = new ArrayList<String>();
        assertThatThrownBy(() -> office.in(act)).isInstanceOfSatisfying(InvalidInput.class,
                invalid -> invalid.faults().stream().map(Fault::field).forEach(fields::add));
        return fields;
    }

    private String refusal(Runnable act) {
        var message = new StringBuilder();
        assertThatThrownBy(() -> done(act)).isInstanceOfSatisfying(Refused.class, refused -> message.append(refused.getMessage()));
        return message.toString();
    }
}
