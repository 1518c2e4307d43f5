package org.classreg.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.catalog.Timeslot;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.registration.StudentRegistration;
import org.classreg.security.SectionTeacher;

/** Writes a program as a set of OneRoster 1.2; how our words become OneRoster's is told in the package. */
final class OneRosterExport {

    private static final String ORG = "office";
    private static final Set<String> FILES = Set.of("academicSessions", "classes", "courses", "enrollments", "orgs", "roles", "users");
    private static final List<String> ALL_FILES = List.of("academicSessions", "categories", "classes", "classResources", "courses",
            "courseResources", "demographics", "enrollments", "lineItemLearningObjectiveIds", "lineItems", "lineItemScoreScales", "orgs",
            "resources", "resultLearningObjectiveIds", "results", "resultScoreScales", "roles", "scoreScales", "userProfiles",
            "userResources", "users");

    private final Program program;
    private final List<ClassSection> sections;
    private final List<Person> people;
    private final List<StudentRegistration> enrollments;
    private final List<SectionTeacher> teachers;
    private final SourcedIds<ClassSubject> subjectIds;
    private final SourcedIds<ClassSection> sectionIds;
    private final SourcedIds<Person> personIds;

    /**
     * @param all the sections of the program; those that are not accepted, or cancelled, are left out
     * @param enrollments in any of its sections
     * @param teachers of any of its sections, who are among the people
     */
    OneRosterExport(Program program, List<ClassSection> all, List<Person> people, List<StudentRegistration> enrollments,
            List<SectionTeacher> teachers) {
        this.program = program;
        this.people = people;
        sections = all.stream().filter(section -> section.isAccepted() && !section.isCancelled()).toList();
        this.enrollments = enrollments.stream().filter(enrollment -> sections.contains(enrollment.getSection())).toList();
        this.teachers = teachers.stream().filter(teacher -> sections.contains(teacher.getSection())).toList();
        subjectIds = new SourcedIds<>(subjects(), ClassSubject::getSourcedId, ClassSubject::getCode);
        sectionIds = new SourcedIds<>(sections, ClassSection::getSourcedId, ClassSection::getCode);
        personIds = new SourcedIds<>(people, Person::getSourcedId, Person::getUsername);
    }

    private List<ClassSubject> subjects() {
        return sections.stream().map(ClassSection::getSubject).distinct().sorted(Comparator.comparing(ClassSubject::getCode)).toList();
    }

    RosterSet write() {
        return new RosterSet(List.of(manifest(), academicSessions(), classes(), courses(), enrollments(), orgs(), roles(), users()));
    }

    private static Table manifest() {
        var table = new Table("manifest.csv", "propertyName,value");
        table.add("manifest.version", "1.0");
        table.add("oneroster.version", "1.2");
        ALL_FILES.forEach(file -> table.add("file." + file, FILES.contains(file) ? "bulk" : "absent"));
        table.add("source.systemName", "Class Registration");
        table.add("source.systemCode", "classreg");
        return table;
    }

    private static Table orgs() {
        var table = new Table("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId");
        table.add(ORG, null, null, "Registration office", "school", null, null);
        return table;
    }

    private Table academicSessions() {
        var table = new Table("academicSessions.csv", "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,"
                + "schoolYear,metadata.timeZone,metadata.capacityMultiplier,metadata.capacityOffset");
        var days = meetingDays();
        var first = Objects.requireNonNullElseGet(program.getStartsOn(), () -> days.get(0));
        var last = Objects.requireNonNullElseGet(program.getEndsOn(), () -> days.get(days.size() - 1));
        table.add(program.getCode(), null, null, program.getTitle(), "term", first.toString(), last.plusDays(1).toString(), null,
                schoolYear(last), program.zone().getId(), program.getCapacityMultiplier().stripTrailingZeros().toPlainString(),
                String.valueOf(program.getCapacityOffset()));
        return table;
    }

    /** The days on which the program's sections meet, in their order; the first of 1970 if they never do. */
    private List<LocalDate> meetingDays() {
        var days = sections.stream().flatMap(section -> section.timeslots().stream()).map(program::dayOf).sorted().toList();
        return days.isEmpty() ? List.of(LocalDate.EPOCH) : days;
    }

    /** OneRoster names a school year by the year in which it ends; it is taken to begin in July. */
    private static String schoolYear(LocalDate last) {
        return String.valueOf(last.getMonth().compareTo(Month.JULY) < 0 ? last.getYear() : last.getYear() + 1);
    }

    private Table courses() {
        var table = new Table("courses.csv", "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,"
                + "subjects,subjectCodes,metadata.capacity");
        subjects().forEach(subject -> table.add(subjectIds.of(subject), null, null, null, subject.getTitle(), subject.getCode(),
                grades(subject), ORG, field(subject), fieldCode(subject),
                subject.maxStudents().isPresent() ? String.valueOf(subject.maxStudents().getAsInt()) : null));
        table.sort();
        return table;
    }

    private static String grades(ClassSubject subject) {
        return Grades.codes(subject.getGradeMin(), subject.getGradeMax());
    }

    private static String field(ClassSubject subject) {
        return ListValue.write(List.of(subject.getCategory().getTitle()));
    }

    private static String fieldCode(ClassSubject subject) {
        return ListValue.write(List.of(subject.getCategory().getSymbol()));
    }

    private Table classes() {
        var table = new Table("classes.csv", "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
                + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods,metadata.capacity,metadata.roomSeats,metadata.meetings");
        sections.forEach(section -> {
            var subject = section.getSubject();
            var room = section.onlyRoom();
            table.add(sectionIds.of(section), null, null, section.getTitle(), grades(subject), subjectIds.of(subject), section.getCode(),
                    "scheduled", room.map(only -> only.getName()).orElse(null), ORG, ListValue.write(List.of(program.getCode())),
                    field(subject), fieldCode(subject), null,
                    section.maxStudents().isPresent() ? String.valueOf(section.maxStudents().getAsInt()) : null,
                    room.filter(only -> only.seats().isPresent()).map(only -> String.valueOf(only.seats().getAsInt())).orElse(null),
                    section.timeslots().stream().map(this::interval).collect(Collectors.joining(" ")));
        });
        table.sort();
        return table;
    }

    private String interval(Timeslot timeslot) {
        return Stream.of(timeslot.getStartsAt(), timeslot.getEndsAt()).map(instant -> instant.atZone(program.zone()).toLocalDateTime().toString())
                .collect(Collectors.joining("/"));
    }

    private Table users() {
        var table = new Table("users.csv", "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,"
                + "identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,"
                + "preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns,metadata.maxSections");
        people.forEach(person -> table.add(personIds.of(person), null, null, String.valueOf(person.isEnabled()), person.getUsername(), null,
                person.getGivenName(), person.getFamilyName(), null, null, person.getEmail(), null, null, null,
                Grades.code(person.getGrade()), null, null, null, null, null, null, ORG, null,
                person.getMaxSections() == null ? null : person.getMaxSections().toString()));
        table.sort();
        return table;
    }

    private Table roles() {
        var table = new Table("roles.csv",
                "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId");
        people.forEach(person -> {
            var roles = new ArrayList<>(Stream.of(Role.STUDENT, Role.TEACHER).filter(person::is).toList());
            roles.forEach(role -> table.add(id(personIds.of(person), role.roleName()), null, null, personIds.of(person),
                    role == roles.get(0) ? "primary" : "secondary", role.roleName(), null, null, ORG, null));
        });
        table.sort();
        return table;
    }

    private Table enrollments() {
        var table = new Table("enrollments.csv", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
                + "beginDate,endDate");
        enrollments.forEach(enrollment -> table.add(id(enrollment), null, null, sectionIds.of(enrollment.getSection()), ORG,
                personIds.of(enrollment.getStudent()), "student", null, date(enrollment.getStartDate()), null));
        teachers.forEach(teacher -> table.add(id(teacher), null, null, sectionIds.of(teacher.getSection()), ORG,
                personIds.of(teacher.getPerson()), "teacher", teacher.getPrimary() == null ? null : teacher.getPrimary().toString(),
                date(teacher.getGrantedAt()), null));
        table.sort();
        return table;
    }

    private String id(StudentRegistration enrollment) {
        return enrollment.getSourcedId() != null ? enrollment.getSourcedId()
                : id(program.getCode(), sectionIds.of(enrollment.getSection()), personIds.of(enrollment.getStudent()),
                        String.valueOf(enrollment.getStartDate()));
    }

    private String id(SectionTeacher teacher) {
        return teacher.getSourcedId() != null ? teacher.getSourcedId()
                : id(program.getCode(), sectionIds.of(teacher.getSection()), personIds.of(teacher.getPerson()), "teacher");
    }

    /** A sourcedId for what has no key of its own: always the same for the same parts. */
    private static String id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String date(Instant instant) {
        return instant == null ? null : instant.atZone(program.zone()).toLocalDate().toString();
    }
}
