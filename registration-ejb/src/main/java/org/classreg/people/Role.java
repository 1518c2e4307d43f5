package org.classreg.people;

import java.util.Arrays;
import java.util.Optional;

/** What a person may be. The names of the container's roles are {@link #ADMIN_ROLE} and its siblings. */
public enum Role {
    ADMIN(Role.ADMIN_ROLE),

    /** Runs programs: those that are named. */
    STAFF(Role.STAFF_ROLE),

    /** Takes the roster and the attendance of the sections that the person teaches. Who teaches one is a teacher without further words. */
    TEACHER(Role.TEACHER_ROLE),

    /** Checks students in and lets them walk in, at the programs that are named. */
    VOLUNTEER(Role.VOLUNTEER_ROLE),

    STUDENT(Role.STUDENT_ROLE);

    /** The container's name for everybody who has signed in, whatever the roles. */
    public static final String SIGNED_IN = "**";

    public static final String ADMIN_ROLE = "admin";
    public static final String STAFF_ROLE = "staff";
    public static final String TEACHER_ROLE = "teacher";
    public static final String VOLUNTEER_ROLE = "volunteer";
    public static final String STUDENT_ROLE = "student";

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    /** The role with this name; empty if there is none. */
    public static Optional<Role> named(String roleName) {
        return Arrays.stream(values()).filter(role -> role.roleName.equals(roleName)).findFirst();
    }

    public String roleName() {
        return roleName;
    }

    /** Whether it is given for single programs, and not to a person as such. */
    public boolean isOfProgram() {
        return this == STAFF || this == VOLUNTEER;
    }
}
