package org.classreg.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIPs of OneRoster CSV files to import: a small program for a test of its own, or a folder as it is. */
public final class RosterZip {

    private RosterZip() {
    }

    /**
     * A program with three sections of two courses, X1s1 (2 seats) and X1s2 (2 seats) of X1, X2s1 (1 seat) of X2 overlapping X1s1,
     * and four students.
     *
     * @param program its code
     * @param prefix what the usernames begin with: PREFIX1 to PREFIX4
     */
    public static byte[] small(String program, String prefix) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\norg,,,School,school,,\n");
        files.put("academicSessions.csv", """
                sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear,metadata.timeZone
                %s,,,Small Program,term,2026-03-07,2026-03-08,,2026,America/New_York
                """.formatted(program));
        files.put("courses.csv", """
                sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
                %1$s-X1,,,,Course One,X1,,org,Science,S
                %1$s-X2,,,,Course Two,X2,,org,Science,S
                """.formatted(program));
        files.put("classes.csv", """
                sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods,metadata.capacity,metadata.meetings
                %1$s-X1s1,,,Course One,,%1$s-X1,X1s1,scheduled,Room 1,org,%1$s,Science,S,,2,2026-03-07T10:00/2026-03-07T11:00
                %1$s-X1s2,,,Course One,,%1$s-X1,X1s2,scheduled,Room 1,org,%1$s,Science,S,,2,2026-03-07T12:00/2026-03-07T13:00
                %1$s-X2s1,,,Course Two,,%1$s-X2,X2s1,scheduled,Room 2,org,%1$s,Science,S,,1,2026-03-07T10:30/2026-03-07T11:30
                """.formatted(program));
        var users = new StringBuilder("sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,grades\n");
        var roles = new StringBuilder("sourcedId,status,dateLastModified,userSourcedId,roleType,role,orgSourcedId\n");
        for (int i = 1; i <= 4; i++) {
            users.append("U-%1$s%2$d,,,true,%1$s%2$d,,Student,Number%2$d,10\n".formatted(prefix, i));
            roles.append("R-%1$s%2$d,,,U-%1$s%2$d,primary,student,org\n".formatted(prefix, i));
        }
        files.put("users.csv", users.toString());
        files.put("roles.csv", roles.toString());
        return zip(files);
    }

    /** All CSV files of a folder. */
    static byte[] ofFolder(Path folder) {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".csv")).sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip(files);
    }

    /** Files by name. */
    static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
