package org.classreg.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.classreg.lists.Listing;
import org.classreg.lists.Slice;
import org.classreg.operations.Operations.Filter;
import org.classreg.people.Role;
import org.classreg.registration.Registrations;
import org.classreg.registration.RegistrationListings;
import org.classreg.registration.Rosters;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal and the registrations of a program, filtered and page by page while they change. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class OperationsListTest {

    private static final Filter ALL = new Filter(null, null, null, null, null, null);

    private final Office office;
    private final Registrations registrations;
    private final Operations operations;
    private Instant noon;

    OperationsListTest(DatabaseKind kind) {
        office = Office.on(kind);
        registrations = office.get(Registrations.class);
        operations = office.get(Operations.class);
    }

    @BeforeEach
    void fiveStudentsEnroll() {
        var program = new SmallProgram(office);
        program.students(9);
        program.section("E1s1", 9, "09:00-10:00");
        program.section("E2s1", 9, "10:00-11:00");
        for (int i = 1; i <= 5; i++) {
            enroll("E1s1", "s" + i);
        }
        noon = office.clock().instant().plusSeconds(1);
        office.caller().is("s6", Role.STUDENT);
        enroll("E2s1", "s6");
        office.caller().is("admin", Role.ADMIN);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatIsDoneMeanwhileMovesNoOperationToAnotherPage() {
        for (var order : List.of("-performedAt", "performedAt", "kind", "-caller", "-changes", "-id")) {
            var whole = ids(find(ALL));
            assertThat(ids(pages(order))).as(order).containsAll(whole).doesNotHaveDuplicates();
        }
    }

    private List<JournalEntry> pages(String order) {
        var sort = List.of(Listing.sort(order));
        var all = new ArrayList<JournalEntry>();
        List<String> after = List.of();
        while (true) {
            var page = operations(ALL, sort, after, 2);
            all.addAll(page);
            if (page.size() < 2) {
                return all;
            }
            after = Operations.LISTING.values(page.get(1), sort);
            if (all.size() == 4) {
                enroll("E2s1", "s7");
                office.in(() -> registrations.expireStudent(id("E2s1"), "s7"));
            }
        }
    }

    @Test
    void operationsAreFoundByWhoDidThemForWhomAndWhen() {
        assertThat(find(new Filter(null, "s6", null, null, null, null))).hasSize(1);
        assertThat(find(new Filter(null, null, "s6", null, null, null))).hasSize(1);
        assertThat(find(new Filter(null, null, "s1", null, null, null))).hasSize(1);
        assertThat(find(new Filter(null, "admin", null, CODE, null, null))).hasSize(5);
        assertThat(find(new Filter(null, null, null, "other", null, null))).isEmpty();
        assertThat(find(new Filter("nothing", null, null, null, null, null))).isEmpty();
        assertThat(find(new Filter(null, null, null, null, noon, null))).hasSize(1);
        assertThat(find(new Filter(null, null, null, null, null, noon))).hasSize(5);
    }

    @Test
    void registrationsOfAProgramAreFoundByTypeStudentAndSection() {
        assertThat(registered(new Rosters.Filter(null, null, null), "-student"))
                .containsExactly("s6", "s5", "s4", "s3", "s2", "s1");
        assertThat(registered(new Rosters.Filter("Enrolled", null, "E2s1"), "name")).containsExactly("s6");
        assertThat(registered(new Rosters.Filter("Waitlist", null, null), "name")).isEmpty();
        assertThat(registered(new Rosters.Filter(null, "s2", null), "startDate")).containsExactly("s2");
    }

    private List<String> registered(Rosters.Filter filter, String order) {
        var usernames = new ArrayList<String>();
        List<String> after = List.of();
        while (true) {
            var slice = Slice.after(List.of(Listing.sort(order)), after, 2);
            var page = office.in(() -> office.get(Rosters.class).ofProgram(CODE, filter, office.clock().instant(), slice));
            page.forEach(registration -> usernames.add(registration.getStudent().getUsername()));
            if (page.size() < 2) {
                return usernames;
            }
            after = RegistrationListings.OF_PROGRAM.values(page.get(1), slice.order());
        }
    }

    private void enroll(String section, String student) {
        office.clock().advance(Duration.ofMinutes(1));
        office.in(() -> registrations.enroll(id(section), student));
    }

    private List<JournalEntry> find(Filter filter) {
        return operations(filter, List.of(), List.of(), 99);
    }

    private List<JournalEntry> operations(Filter filter, List<Slice.Sort> order, List<String> after, int limit) {
        return office.in(() -> operations.find(filter, Slice.after(order, after, limit)));
    }

    private static List<Long> ids(List<JournalEntry> entries) {
        return entries.stream().map(entry -> entry.operation().getId()).toList();
    }
}
