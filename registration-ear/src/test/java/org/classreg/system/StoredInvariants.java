package org.classreg.system;

import java.util.LinkedHashMap;
import java.util.Map;

/** What PostgreSQL must have no row of, whatever has been done to a program: the promises, asked without the code that keeps them. */
public final class StoredInvariants {

    private static final String SEATS = "student_registration a join meeting m on m.section_id = a.section_id join timeslot t on t.id = m.timeslot_id";

    private StoredInvariants() {
    }

    /** What no choice of staff makes right: @return queries by what they find */
    public static Map<String, String> ofTheBooks() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("sections whose counter is not their rows", "select s.code from class_section s where s.enrolled"
                + " <> (select count(*) from student_registration r where r.section_id = s.id and r.seat)"
                + " or s.overbooked <> greatest(0, s.enrolled - s.capacity)");
        queries.put("students twice in a class", "select student_id from student_registration where seat group by student_id, subject_id"
                + " having count(*) > 1");
        queries.put("places in line that two have", "select section_id from student_registration where place is not null and end_date is null"
                + " group by section_id, place having count(*) > 1");
        queries.put("who waits for a seat that she has", "select a.id from student_registration a join student_registration b on b.student_id = a.student_id"
                + " and b.section_id = a.section_id where a.end_date is null and a.place is not null and b.seat");
        queries.put("students who are checked in twice", "select student_id from check_in where end_date is null group by student_id, program_id"
                + " having count(*) > 1");
        return queries;
    }

    /** All of these, and what holds unless staff choose otherwise, or delete what operations changed: @return queries by what they find */
    static Map<String, String> queries(int mostStudents, int mostSections) {
        var queries = ofTheBooks();
        queries.put("students in two places", "select a.student_id from " + SEATS + " join student_registration b on b.student_id = a.student_id"
                + " and b.id > a.id join meeting n on n.section_id = b.section_id join timeslot u on u.id = n.timeslot_id"
                + " where a.seat and b.seat and t.starts_at < u.ends_at and u.starts_at < t.ends_at");
        queries.put("students without lunch", "select a.student_id from " + SEATS + " cross join timeslot l where a.seat and l.lunch group by a.student_id"
                + " having bool_or(t.starts_at < l.starts_at) and bool_or(t.ends_at > l.ends_at) and bool_or(t.starts_at < l.ends_at and l.starts_at < t.ends_at)");
        queries.put("more students than the program takes", "select 1 from student_registration where seat having count(distinct student_id) > " + mostStudents);
        queries.put("students with too many sections", "select student_id from student_registration where seat group by student_id having count(*) > "
                + mostSections);
        queries.put("students with too many timeslots", "select a.student_id from " + SEATS + " where a.seat group by a.student_id having count(*) > "
                + mostSections);
        queries.put("what is registered in a cancelled section", "select r.id from student_registration r join class_section s on s.id = r.section_id"
                + " join registration_type t on t.id = r.type_id where s.status = 'CANCELLED' and r.end_date is null and t.name <> 'Attended'");
        queries.put("operations that do not count their rows", "select concat_ws(' ', o.id, o.kind, o.changes) from operation o where o.about is null and o.changes <>"
                + counted("student_registration") + " + " + counted("check_in") + " + " + counted("subject_interest") + " + " + counted("student_override")
                + " + (select count(*) from section_change c where c.operation_id = o.id)");
        return queries;
    }

    private static String counted(String table) {
        return "(select count(*) from %1$s r where r.started_by = o.id) + (select count(*) from %1$s r where r.ended_by = o.id)".formatted(table);
    }
}
