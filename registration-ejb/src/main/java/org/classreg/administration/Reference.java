package org.classreg.administration;

import java.util.List;

/**
 * What may refer to something that is to be deleted. The tables are asked, since most of them are of other features.
 *
 * @param what in words, such as "sections"
 * @param sql the names of those that refer to the key ?1; without names, any text
 */
record Reference(String what, String sql) {

    static final List<Reference> TO_PROGRAM = List.of(
            unnamed("registrations, past ones included", "student_registration where program_id = ?1"),
            unnamed("interests in its classes, past ones included",
                    "subject_interest i join class_subject c on c.id = i.subject_id where c.program_id = ?1"),
            unnamed("check-ins", "check_in where program_id = ?1"),
            unnamed("overrides for students", "student_override where program_id = ?1"),
            unnamed("lottery runs", "lottery_run where program_id = ?1"),
            unnamed("calendars of students", "calendar_feed where program_id = ?1"));

    static final List<Reference> TO_CATEGORY = List.of(
            new Reference("classes", "select code from class_subject where category_id = ?1 order by code"));

    static final List<Reference> TO_CLASS = List.of(
            new Reference("sections", "select code from class_section where subject_id = ?1 order by code"),
            unnamed("interests of students, past ones included", "subject_interest where subject_id = ?1"),
            unnamed("overrides for students", "student_override where subject_id = ?1"));

    static final List<Reference> TO_SECTION = List.of(
            unnamed("registrations, past ones included: cancel it instead", "student_registration where section_id = ?1"),
            unnamed("overrides for students", "student_override where section_id = ?1"),
            unnamed("events in calendars", "calendar_event where section_id = ?1"));

    static final List<Reference> TO_TIMESLOT = List.of(
            new Reference("sections that meet in it",
                    "select s.code from meeting m join class_section s on s.id = m.section_id where m.timeslot_id = ?1 order by s.code"));

    static final List<Reference> TO_ROOM = List.of(
            new Reference("sections that meet in it", "select distinct s.code from meeting_room r join meeting m on m.id = r.meeting_id"
                    + " join class_section s on s.id = m.section_id where r.room_id = ?1 order by s.code"));

    static final List<Reference> TO_PERSON = List.of(
            unnamed("registrations, past ones included", "student_registration where student_id = ?1"),
            unnamed("interests in classes, past ones included", "subject_interest where student_id = ?1"),
            unnamed("check-ins", "check_in where student_id = ?1"),
            unnamed("overrides", "student_override where student_id = ?1"),
            unnamed("rights in programs, past ones included", "program_role where person_id = ?1"),
            unnamed("sections to teach, past ones included", "section_teacher where person_id = ?1"));

    static final List<Reference> TO_TYPE = List.of(
            unnamed("registrations, past ones included", "student_registration where type_id = ?1"));

    private static Reference unnamed(String what, String rest) {
        return new Reference(what, "select '' from " + rest);
    }
}
