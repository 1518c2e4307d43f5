package org.classreg.people;

/** What a person may be. The names of the container's roles are {@link #ADMIN_ROLE} and its siblings. */
public enum Role {
    ADMIN(Role.ADMIN_ROLE), TEACHER(Role.TEACHER_ROLE), STUDENT(Role.STUDENT_ROLE);

    public static final String ADMIN_ROLE = "admin";
    public static final String TEACHER_ROLE = "teacher";
    public static final String STUDENT_ROLE = "student";

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    public String roleName() {
        return roleName;
    }
}
