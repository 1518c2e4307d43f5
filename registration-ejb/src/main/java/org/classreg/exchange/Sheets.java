package org.classreg.exchange;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;
import static org.classreg.people.Role.TEACHER_ROLE;
import static org.classreg.people.Role.VOLUNTEER_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Meeting;
import org.classreg.catalog.Room;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Rosters;
import org.classreg.registration.StudentRegistration;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Lists for staff, for their spreadsheets. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class Sheets {

    public static final List<String> HISTORY_COLUMNS = List.of("Id", "Family name", "Given name", "Username", "Section", "Title", "Type", "From",
            "Started by", "Operation", "Reason", "To", "Ended by", "Operation of the end", "Reason of the end");

    @Inject
    EntityManager em;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    Rosters rosters;

    @Inject
    Locks locks;

    /**
     * Part of a history.
     *
     * @param last the id of the last row, after which the next part begins; null when nothing follows
     */
    public record HistoryPart(List<List<String>> rows, Long last) {
    }

    /**
     * The registrations of one type in a section at an instant, by name.
     *
     * @throws NotFound if there is no such section
     * @throws InvalidInput if there is no such type
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE, TEACHER_ROLE})
    public Sheet roster(SectionId id, String type, Instant at) {
        var zone = catalog.getSection(id).getProgram().zone();
        var rows = rosters.roster(id, type, at, 0, Integer.MAX_VALUE).stream().map(registration -> {
            var row = person(registration.getStudent());
            row.addAll(Arrays.asList(registration.getSection().getCode(), registration.getType().getName(),
                    text(registration.getStartDate(), zone)));
            return row;
        }).toList();
        return new Sheet(List.of("Family name", "Given name", "Username", "Grade", "Section", "Type", "Since"), rows);
    }

    /**
     * The students who were Enrolled in a program at an instant, by name, each with the sections in time order and where the day begins.
     *
     * @throws NotFound if there is no such program
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE, VOLUNTEER_ROLE})
    public Sheet checkInList(String programCode, Instant at) {
        var program = catalog.getProgram(programCode);
        caller.requireCheckIn(program);
        var zone = program.zone();
        locks.settle(catalog.sections(programCode));
        var sections = em.createNamedQuery(StudentRegistration.VALID_FOR_PROGRAM, StudentRegistration.class)
                .setParameter("program", program)
                .setParameter("types", List.of(RegistrationType.ENROLLED))
                .setParameter("at", at)
                .getResultStream()
                .collect(Collectors.groupingBy(StudentRegistration::getStudent, LinkedHashMap::new,
                        Collectors.mapping(StudentRegistration::getSection, Collectors.toList())));
        var rows = sections.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey(), Comparator.comparing(Person::getFamilyName)
                        .thenComparing(Person::getGivenName).thenComparing(Person::getUsername)))
                .map(entry -> checkIn(entry.getKey(), entry.getValue(), zone)).toList();
        return new Sheet(List.of("Family name", "Given name", "Username", "Grade", "Sections", "First meeting", "First rooms"), rows);
    }

    private static List<String> checkIn(Person student, List<ClassSection> sections, ZoneId zone) {
        var inOrder = sections.stream().sorted(Comparator.comparing(Sheets::begin, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(ClassSection::getCode)).toList();
        var first = inOrder.get(0).meetings().stream().findFirst();
        var row = person(student);
        row.add(inOrder.stream().map(ClassSection::getCode).collect(Collectors.joining(", ")));
        row.add(text(first.map(meeting -> meeting.getTimeslot().getStartsAt()).orElse(null), zone));
        row.add(first.map(Meeting::getRooms).stream().flatMap(rooms -> rooms.stream()).map(Room::getName).sorted()
                .collect(Collectors.joining(", ")));
        return row;
    }

    private static Instant begin(ClassSection section) {
        return section.timeslots().isEmpty() ? null : section.timeslots().get(0).getStartsAt();
    }

    /**
     * A part of all registrations that a program ever had, of every type, by id, as it was known at an instant.
     *
     * @param after the id after which the part begins, 0 for the first
     * @param limit how many rows at most, from 1
     * @throws NotFound if there is no such program
     */
    public HistoryPart history(String programCode, Instant at, long after, int limit) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        locks.settle(catalog.sections(programCode));
        var found = em.createNamedQuery(StudentRegistration.HISTORY_OF_PROGRAM, StudentRegistration.class)
                .setParameter("program", program)
                .setParameter("after", after)
                .setParameter("at", at)
                .setMaxResults(limit)
                .getResultList();
        var last = found.size() < limit ? null : found.get(limit - 1).getId();
        return new HistoryPart(found.stream().map(registration -> history(registration, at, program.zone())).toList(), last);
    }

    private static List<String> history(StudentRegistration registration, Instant at, ZoneId zone) {
        var student = registration.getStudent();
        var section = registration.getSection();
        var isOver = registration.hasEnded() && !registration.getEndDate().isAfter(at);
        var row = new ArrayList<>(Arrays.asList(registration.getId().toString(), student.getFamilyName(), student.getGivenName(),
                student.getUsername(), section.getCode(), section.getTitle(), registration.getType().getName(),
                text(registration.getStartDate(), zone)));
        row.addAll(operation(registration.getStartedBy()));
        row.add(isOver ? text(registration.getEndDate(), zone) : "");
        row.addAll(operation(isOver ? registration.getEndedBy() : null));
        return row;
    }

    private static List<String> operation(Operation operation) {
        return operation == null ? List.of("", "", "") : Arrays.asList(operation.getCaller(), operation.getKind(), operation.getReason());
    }

    private static List<String> person(Person person) {
        return new ArrayList<>(Arrays.asList(person.getFamilyName(), person.getGivenName(), person.getUsername(),
                person.grade().map(String::valueOf).orElse("")));
    }

    private static String text(Instant instant, ZoneId zone) {
        return instant == null ? "" : instant.atZone(zone).toOffsetDateTime().toString();
    }
}
