package org.classreg.exchange;

import java.util.List;
import java.util.function.Function;

/**
 * The files of a OneRoster set, each read by itself. What is missing in the set has no records: it may be in the office already.
 *
 * @param sessionsAreDelta whether academicSessions.csv tells changes only, so that a parent may come without what it is divided into
 * @param rolesAreDelta whether roles.csv tells changes only, so that a role it does not name is kept
 */
record OneRosterSet(Records<SessionRow> sessions, Records<CourseRow> courses, Records<ClassRow> classes, Records<UserRow> users,
        Records<RoleRow> roles, Records<EnrollmentRow> enrollments, List<PreferenceRow> preferences,
        boolean sessionsAreDelta, boolean rolesAreDelta) {

    /** Those that an import reads, besides the manifest and the preferences. */
    static final List<String> FILES = List.of("orgs.csv", "academicSessions.csv", "courses.csv", "classes.csv", "users.csv", "roles.csv",
            "enrollments.csv");

    /** @throws ImportRefused if a file cannot be read, or there is none */
    static OneRosterSet read(CsvFiles files, ImportErrors errors, Progress progress) {
        if (FILES.stream().noneMatch(files::has) && !files.has(PreferenceRow.FILE)) {
            throw new ImportRefused("*.csv", "There is none of the files that are imported: %s, %s."
                    .formatted(String.join(", ", FILES), PreferenceRow.FILE));
        }
        return new Reader(files, errors, progress).read();
    }

    /** Reads one set. */
    private static final class Reader {

        private final CsvFiles files;
        private final ImportErrors errors;
        private final Progress progress;
        private final Manifest manifest;

        Reader(CsvFiles files, ImportErrors errors, Progress progress) {
            this.files = files;
            this.errors = errors;
            this.progress = progress;
            manifest = new Manifest(files, errors);
        }

        OneRosterSet read() {
            var orgs = records("orgs.csv", row -> row.text("name", Row.KEY), "name");
            var set = new OneRosterSet(
                    records("academicSessions.csv", SessionRow::of, "title", "startDate", "endDate"),
                    records("courses.csv", CourseRow::of, "title"),
                    records("classes.csv", ClassRow::of, ClassRow.COURSE, ClassRow.TERMS),
                    records("users.csv", UserRow::of, UserRow.USERNAME, "givenName", "familyName"),
                    records("roles.csv", RoleRow::of, References.USER, RosterRole.COLUMN),
                    records("enrollments.csv", EnrollmentRow::of, References.SECTION, References.USER, RosterRole.COLUMN),
                    PreferenceRow.readIfPresent(files, PreferenceRow.FILE, errors, progress),
                    manifest.isDelta("academicSessions.csv"), manifest.isDelta("roles.csv"));
            errors.refuseUnreadable();
            checkReferences(orgs, set);
            return set;
        }

        /** To what is not kept here; all other references may also lead to what the office has already. */
        private void checkReferences(Records<String> orgs, OneRosterSet set) {
            orgs.requireFor(orgs.table(), "parentSourcedId", manifest);
            orgs.requireFor(set.courses.table(), "orgSourcedId", manifest);
            orgs.requireFor(set.classes.table(), "schoolSourcedId", manifest);
            orgs.requireFor(set.users.table(), "primaryOrgSourcedId", manifest);
            orgs.requireFor(set.users.table(), "orgSourcedIds", manifest);
            orgs.requireFor(set.roles.table(), "orgSourcedId", manifest);
            orgs.requireFor(set.enrollments.table(), "schoolSourcedId", manifest);
            set.sessions.requireFor(set.sessions.table(), "parentSourcedId", manifest);
            set.sessions.requireFor(set.courses.table(), "schoolYearSourcedId", manifest);
        }

        private <T> Records<T> records(String file, Function<Row, T> parser, String... required) {
            progress.begin("Reading " + file, 0);
            return new Records<>(CsvTable.read(files, file, errors, required), parser);
        }
    }
}
