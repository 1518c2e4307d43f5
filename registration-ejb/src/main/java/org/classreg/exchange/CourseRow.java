package org.classreg.exchange;

import java.util.List;

/**
 * A row of courses.csv.
 *
 * @param code the course code, or the sourcedId without one
 * @param grades in their order
 * @param field the first subject, null when there is none
 * @param fieldCode the code of the first subject, null when there is none
 * @param capacity how many students a section of the course takes at most; null when the row names none
 */
record CourseRow(Row row, String id, String code, String title, List<Integer> grades, String field, String fieldCode,
        Integer capacity) {

    static final String CODE = "courseCode";
    static final String GRADES = "grades";
    static final String CAPACITY = "metadata.capacity";

    private static final int LONGEST_FIELD = 200;

    static CourseRow of(Row row) {
        var id = row.raw(Records.SOURCED_ID);
        var code = row.optionalText(CODE, Row.KEY);
        var field = first(row, "subjects");
        if (field != null && field.length() > LONGEST_FIELD) {
            row.error("subjects", "The first subject has more than %d characters.".formatted(LONGEST_FIELD));
        }
        return new CourseRow(row, id, code == null ? id : code, row.text("title", 500), Grades.of(row, GRADES),
                field, first(row, "subjectCodes"), row.number(CAPACITY));
    }

    private static String first(Row row, String column) {
        return row.list(column).stream().findFirst().orElse(null);
    }
}
