package org.classreg.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.SectionId;
import org.classreg.exchange.ImportReport.Line;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.testing.Office;

/**
 * A OneRoster set that a test fills and imports. It begins with a term of 2026 in New York, three sections of two courses on one
 * day (E1s1 09:00-10:00, E1s2 11:00-12:00, E2s1 09:30-10:30, each with two seats), three students of grade 10 and a teacher.
 */
final class SmallRoster {

    static final String PROGRAM = "spring";

    private final Office office;
    private final Map<String, String> files = new LinkedHashMap<>();

    SmallRoster(Office office) {
        this.office = office;
        put("orgs.csv", """
                sourcedId,status,name,type,parentSourcedId
                school,,School,school,
                """);
        put("academicSessions.csv", """
                sourcedId,status,title,type,startDate,endDate,parentSourcedId,metadata.timeZone
                year,,Year 2026,schoolYear,2026-01-01,2027-01-01,,America/New_York
                spring,,Spring 2026,term,2026-03-01,2026-06-01,year,America/New_York
                """);
        put("courses.csv", """
                sourcedId,status,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
                c1,,Class One,E1,"09,10,11",school,"Everything,Else","EVE,ELS"
                c2,,Class Two,E2,,school,,
                """);
        put("classes.csv", """
                sourcedId,status,title,courseSourcedId,classCode,location,schoolSourcedId,termSourcedIds,metadata.capacity,metadata.meetings
                k11,,Class One,c1,E1s1,Hall,school,spring,2,2026-03-07T09:00/2026-03-07T10:00
                k12,,Class One,c1,E1s2,,school,spring,2,2026-03-07T11:00/2026-03-07T12:00
                k21,,Class Two,c2,E2s1,,school,spring,2,2026-03-07T09:30/2026-03-07T10:30
                """);
        put("users.csv", """
                sourcedId,status,enabledUser,username,givenName,familyName,email,grades,password,metadata.maxSections
                u1,,true,s1,Ann,Lee,ann@example.org,10,secret,2
                u2,,true,s2,Bob,Ray,,"09,10",,
                u3,,true,s3,Cem,Oz,,10,,
                u9,,true,t1,Tea,Cher,,,,
                """);
        put("roles.csv", """
                sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
                r1,,u1,primary,student,,,school
                r2,,u2,primary,student,,,school
                r3,,u3,primary,student,,,school
                r9,,u9,primary,teacher,,,school
                r10,,u9,secondary,systemAdministrator,,,school
                """);
    }

    /** Sets a file's whole text. */
    SmallRoster put(String file, String text) {
        files.put(file, text);
        return this;
    }

    /** Leaves files out. */
    SmallRoster without(String... names) {
        files.keySet().removeAll(List.of(names));
        return this;
    }

    /** Changes each occurrence of a text in a file. */
    SmallRoster replace(String file, String old, String replacement) {
        if (!files.get(file).contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        return put(file, files.get(file).replace(old, replacement));
    }

    /** Sets the rows of enrollments.csv; each is {@code sourcedId,status,class,user,role,beginDate,endDate}. */
    SmallRoster enroll(String... rows) {
        return put("enrollments.csv", "sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate\n" + String.join("\n", rows));
    }

    /** Sets the rows of preferences.csv; each is {@code user,class,type}. */
    SmallRoster prefer(String... rows) {
        return put("preferences.csv", "userSourcedId,classSourcedId,type\n" + String.join("\n", rows));
    }

    /** Imports the set, after making sure that the preview says the same and writes nothing. */
    List<Line> take() {
        var preview = preview();
        var report = office.in(() -> office.get(Imports.class).importOneRoster(zip(), new Progress())).lines();
        if (!report.equals(preview)) {
            throw new AssertionError("The preview said " + preview + ", the import " + report);
        }
        return report;
    }

    List<Line> preview() {
        return office.in(() -> office.get(Imports.class).previewOneRoster(zip(), new Progress())).lines();
    }

    /** Why the set is refused, as people read it: one line for each error. */
    List<String> refusal() {
        try {
            office.in(() -> office.get(Imports.class).importOneRoster(zip(), new Progress()));
        } catch (ImportRefused e) {
            return e.errors().stream().map(ImportError::toString).toList();
        }
        throw new AssertionError("not refused");
    }

    CsvFiles zip() {
        return CsvFiles.ofZip(new ByteArrayInputStream(zip(files)));
    }

    static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    ClassSection section(String code) {
        return office.in(() -> office.get(Catalog.class).sections(PROGRAM)).stream()
                .filter(section -> section.getCode().equals(code)).findFirst().orElseThrow();
    }

    Person person(String username) {
        return office.in(() -> {
            var person = office.get(People.class).getByUsername(username);
            person.getRoles();
            return person;
        });
    }

    /** How many rows a table has. */
    long rows(String table) {
        return office.with(em -> ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue());
    }

    static SectionId id(String section) {
        return new SectionId(PROGRAM, section);
    }
}
