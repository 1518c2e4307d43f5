package org.classreg.exchange;

import java.util.List;
import java.util.Optional;
import org.classreg.people.Role;

/** The roles of OneRoster 1.2 and 1.1. All but two give no right here: an import makes no administrators. */
enum RosterRole {
    STUDENT(Role.STUDENT), TEACHER(Role.TEACHER), OTHER(null);

    static final String COLUMN = "role";

    private static final List<String> OTHERS = List.of("administrator", "aide", "counselor", "districtAdministrator", "guardian", "parent",
            "principal", "proctor", "relative", "siteAdministrator", "systemAdministrator");

    private final Role role;

    RosterRole(Role role) {
        this.role = role;
    }

    /** The role of a row that must name one. */
    static RosterRole of(Row row) {
        row.text(COLUMN, Row.KEY);
        return ofOptional(row);
    }

    /** The role of a row; null when it names none. */
    static RosterRole ofOptional(Row row) {
        return row.value(COLUMN, RosterRole::parse, "a role: student, teacher, " + String.join(", ", OTHERS));
    }

    private static RosterRole parse(String text) {
        if (OTHERS.contains(text)) {
            return OTHER;
        }
        return switch (text) {
            case "student" -> STUDENT;
            case "teacher" -> TEACHER;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** What it makes of a person here; empty for a role that gives no right. */
    Optional<Role> role() {
        return Optional.ofNullable(role);
    }
}
