package org.classreg.exchange;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.SIGNED_IN;
import static org.classreg.people.Role.STAFF_ROLE;
import static org.classreg.people.Role.TEACHER_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Meeting;
import org.classreg.catalog.Room;
import org.classreg.catalog.SectionId;
import org.classreg.errors.NotFound;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Rosters;
import org.classreg.registration.Schedules;
import org.classreg.registration.StudentRegistration;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** What staff and students take along on paper. All of it is read when a method returns, and written after. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE, TEACHER_ROLE})
public class Prints {

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    People people;

    @Inject
    Rosters rosters;

    @Inject
    Schedules schedules;

    @Inject
    Locks locks;

    /**
     * The roster of a section at an instant, with a box to check beside each name.
     *
     * @throws NotFound if there is no such section
     */
    public Print roster(SectionId id, Instant at) {
        return new Print(List.of(page(catalog.getSection(id), at)));
    }

    /**
     * The rosters of all sections of a program that are held, each on a page of its own.
     *
     * @throws NotFound if there is no such program
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
    public Print rosters(String programCode, Instant at) {
        caller.requireStaff(catalog.getProgram(programCode));
        var sections = catalog.sections(programCode);
        locks.settle(sections);
        return new Print(sections.stream()
                .filter(section -> section.isAccepted() && !section.isCancelled())
                .map(section -> page(section, at)).toList());
    }

    private Print.Page page(ClassSection section, Instant at) {
        var id = new SectionId(section.getProgram().getCode(), section.getCode());
        var rows = rosters.roster(id, RegistrationType.ENROLLED, at, 0, Integer.MAX_VALUE).stream()
                .map(StudentRegistration::getStudent).map(Prints::row).toList();
        var head = LocalText.times(section).isEmpty() ? List.<String>of() : List.of(LocalText.times(section));
        return new Print.Page(section.getCode() + " " + section.getTitle(), section.getProgram().getTitle(), head,
                Print.Columns.ROSTER, rows, "%d enrolled on %s".formatted(rows.size(), LocalText.moment(at, section.getProgram().zone())));
    }

    private static List<String> row(Person student) {
        return List.of(student.getFamilyName() + ", " + student.getGivenName(), student.getUsername(),
                student.grade().map(String::valueOf).orElse(""));
    }

    /**
     * A student's schedule in a program at an instant, meeting by meeting.
     *
     * @throws NotFound if there is no such program or person
     */
    @RolesAllowed(SIGNED_IN)
    public Print schedule(String programCode, String username, Instant at) {
        var registrations = schedules.schedule(programCode, username, at);
        var program = catalog.getProgram(programCode);
        var zone = program.zone();
        var rows = registrations.stream().map(StudentRegistration::getSection)
                .flatMap(section -> section.meetings().stream().map(meeting -> new Held(section, meeting)))
                .sorted(Comparator.comparing(held -> held.meeting.getTimeslot().getStartsAt()))
                .map(held -> held.row(zone)).toList();
        return new Print(List.of(new Print.Page(people.getByUsername(username).name(), program.getTitle(), List.of(),
                Print.Columns.SCHEDULE, rows, "As of %s (%s)".formatted(LocalText.moment(at, zone), zone))));
    }

    private record Held(ClassSection section, Meeting meeting) {

        List<String> row(ZoneId zone) {
            return List.of(LocalText.hours(meeting, zone), section.getCode(), section.getTitle(),
                    meeting.getRooms().stream().map(Room::getName).sorted().collect(Collectors.joining(", ")));
        }
    }
}
