package org.classreg.exchange;

/**
 * A row of users.csv. The password is not read: passwords are set here.
 *
 * @param enabled null when the row does not say
 * @param email null when it has none
 * @param grade the highest of its grades; null when it has none
 * @param maxSections null for no limit
 * @param role in OneRoster 1.1, which has no roles.csv; null otherwise
 */
record UserRow(Row row, String id, String username, String givenName, String familyName, Boolean enabled, String email, Integer grade,
        Integer maxSections, RosterRole role) {

    static final String USERNAME = "username";
    static final String ENABLED = "enabledUser";
    static final String EMAIL = "email";
    static final String GRADES = "grades";
    static final String MAX_SECTIONS = "metadata.maxSections";

    static UserRow of(Row row) {
        var grades = Grades.of(row, GRADES);
        return new UserRow(row, row.raw(Records.SOURCED_ID), row.text(USERNAME, 100),
                row.text("givenName", 200), row.text("familyName", 200), row.flag(ENABLED), row.optionalText(EMAIL, 320),
                grades.isEmpty() ? null : grades.get(grades.size() - 1), row.number(MAX_SECTIONS), RosterRole.ofOptional(row));
    }
}
