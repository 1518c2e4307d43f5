package org.classreg.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.SectionSearch;
import org.classreg.catalog.Timeslot;
import org.classreg.lists.Listing;
import org.classreg.lottery.RunDetails;
import org.classreg.operations.Operations;
import org.classreg.people.Person;
import org.classreg.registration.CheckIn;
import org.classreg.registration.RegistrationListings;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.StudentOverride;
import org.classreg.security.AccessToken;
import org.classreg.security.ProgramRole;
import org.junit.jupiter.api.Test;

/** The fields that the document says a list can be ordered by are those that it can be ordered by. */
class SortsTest {

    private static final Map<String, Listing<?>> LISTS = Map.ofEntries(
            Map.entry("listPrograms", Program.LISTING),
            Map.entry("listCategories", ClassCategory.LISTING),
            Map.entry("listClasses", ClassSubject.LISTING),
            Map.entry("listTimeslots", Timeslot.LISTING),
            Map.entry("listRooms", Room.LISTING),
            Map.entry("listRegistrationTypes", RegistrationType.LISTING),
            Map.entry("listPeople", Person.LISTING),
            Map.entry("listProgramRoles", ProgramRole.LISTING),
            Map.entry("listTokens", AccessToken.LISTING),
            Map.entry("listSections", SectionSearch.LISTING),
            Map.entry("getRoster", RegistrationListings.ROSTER),
            Map.entry("getWaitlist", RegistrationListings.LINE),
            Map.entry("listRegistrations", RegistrationListings.OF_PROGRAM),
            Map.entry("getSchedule", RegistrationListings.SCHEDULE),
            Map.entry("getHistory", RegistrationListings.HISTORY),
            Map.entry("listCheckIns", CheckIn.LISTING),
            Map.entry("listOverrides", StudentOverride.LISTING),
            Map.entry("listLotteryRuns", RunDetails.LISTING),
            Map.entry("listOperations", Operations.LISTING));

    @Test
    void theDocumentNamesTheFieldsOfEveryList() {
        Map<String, Set<String>> described = OpenApiDocument.operations().stream()
                .filter(operation -> operation.parameters().stream().anyMatch(parameter -> parameter.get("name").stringValue().equals("sort")))
                .collect(Collectors.toMap(operation -> operation.node().get("operationId").stringValue(),
                        operation -> operation.parameters().stream().filter(parameter -> parameter.get("name").stringValue().equals("sort"))
                                .flatMap(parameter -> fields(parameter.get("schema").get("pattern").stringValue()).stream())
                                .collect(Collectors.toSet())));

        assertThat(described.keySet()).isEqualTo(LISTS.keySet());
        assertThat(LISTS).allSatisfy((operation, listing) -> assertThat(described.get(operation)).as(operation).isEqualTo(listing.fields()));
    }

    /** Of a pattern such as ^-?(code|title)(,-?(code|title))*$. */
    private static List<String> fields(String pattern) {
        return List.of(pattern.replaceFirst("^\\^-\\?\\(([^)]*)\\).*$", "$1").split("\\|"));
    }
}
