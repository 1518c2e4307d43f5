/**
 * Exchange with other systems: the import of OneRoster 1.2 CSV sets (1.1 is understood too) and of preferences; the export of programs as
 * such sets, as lists for spreadsheets, on paper and as calendars.
 *
 * <p>How OneRoster's words become ours, and ours OneRoster's:
 * <dl>
 * <dt>academicSessions</dt>
 * <dd>A session that classes refer to, or that is no other session's parent, is a program: code = sourcedId, from startDate to the day
 * before endDate, which OneRoster excludes. {@code metadata.timeZone} is its zone, UTC without one. {@code metadata.capacityMultiplier} and
 * {@code metadata.capacityOffset} scale its capacities. In a delta, a schoolYear that is not known and that no class refers to is no
 * program.</dd>
 * <dt>courses</dt>
 * <dd>A class subject of each program that has classes of the course: code = courseCode, else sourcedId. {@code grades} give the range
 * from the lowest to the highest, with CEDS codes below the first grade as KG = 0, TK and PK = -1, PR and IT = -2. The first of the
 * {@code subjects} is its category. {@code metadata.capacity} is the maximum of the class.</dd>
 * <dt>classes</dt>
 * <dd>A section of the program of its one term: code = classCode, else sourcedId. {@code metadata.capacity} is the section's own maximum,
 * none when empty. {@code metadata.meetings} are ISO intervals in the program's zone, separated by spaces. {@code location} is the one
 * room of all meetings; empty, it leaves the rooms as they are. {@code metadata.roomSeats} are the seats of a room that is new.
 * The title of a class is not kept.</dd>
 * <dt>users, roles</dt>
 * <dd>A person; of several grades the highest. {@code metadata.maxSections} is how many sections the student wants to keep. The roles
 * student and teacher count here, all others give no right, and administrators are neither made, taken over nor shut out. Passwords are
 * not read. A person of the office without a sourcedId is taken for the user of the same username. The roles of a person whom roles.csv
 * names are replaced, or changed if the manifest says the file is a delta.</dd>
 * <dt>enrollments</dt>
 * <dd>Of students: registrations of the type Enrolled, valid from midnight of beginDate in the program's zone, or from the import if that
 * is later or not given. One whose endDate is past is written down as history; a future endDate is not kept, the source says so again
 * when it has come. A registration that has ended never starts again. Of teachers: who teaches the section, and so sees its roster, by the same dates. Enrollments of others are not
 * stored.</dd>
 * <dt>orgs</dt>
 * <dd>Are checked as what others refer to, and not stored. An export has one, the office.</dd>
 * <dt>preferences.csv</dt>
 * <dd>userSourcedId, classSourcedId, type: the preferences of each student in the file, in the programs of the classes that it names for
 * the student, are replaced as a whole. A row for a section in which the student is enrolled asks for nothing more.</dd>
 * <dt>status = tobedeleted</dt>
 * <dd>Cancels a class in which nobody is enrolled, keeps a user from signing in, takes a role, ends an enrollment; of other records it
 * means nothing. What is only missing in a set stays as it is, and a cancellation is not taken back.</dd>
 * </dl>
 * A column that is not there leaves things as they are; an empty value clears them, unless said otherwise.
 *
 * <p>Source: 1EdTech OneRoster 1.2, CSV binding; Common Education Data Standards for grades.
 */
package org.classreg.exchange;
