package org.classreg.console.rights;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;
import org.classreg.console.LocalTimes;
import org.classreg.console.Messages;
import org.classreg.console.ProgramView;
import org.classreg.console.Viewer;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.people.Role;
import org.classreg.security.ProgramRole;
import org.classreg.security.ProgramRoles;
import org.classreg.security.SectionTeacher;
import org.classreg.security.SectionTeachers;

/** Who is staff and volunteer of a program, and who teaches its sections. */
@Named
@ViewScoped
public class RightsPage implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    ProgramRoles roles;

    @Inject
    SectionTeachers teachers;

    @Inject
    Viewer viewer;

    private String programCode;
    private ProgramView program;
    private List<Row> rows;
    private List<String> sections;
    private String username;
    private String role = Role.VOLUNTEER.roleName();
    private String section;
    private String teacherNames;

    /** A role that somebody has. */
    public record Row(String username, String name, String role, String since, String by) implements Serializable {
    }

    /** Reads the page, for the staff of the program. */
    public void load() {
        program = ProgramView.of(catalog.getProgram(programCode));
        sections = catalog.sections(programCode).stream().map(one -> one.getCode()).toList();
        rows = roles.of(programCode).stream().map(this::row).collect(Collectors.toCollection(ArrayList::new));
    }

    private Row row(ProgramRole grant) {
        return new Row(grant.getPerson().getUsername(), grant.getPerson().name(), grant.getRole().roleName(),
                LocalTimes.moment(grant.getGrantedAt(), program.zone()), grant.getGrantedBy());
    }

    /** Gives the role to the named person. */
    public void grant() {
        try {
            var grant = roles.grant(programCode, username == null ? "" : username.strip(), Role.named(role).orElse(null));
            Messages.success("%s is %s of %s.".formatted(grant.getPerson().name(), grant.getRole().roleName(), program.title()));
            username = null;
        } catch (NotFound e) {
            Messages.error(e.getMessage());
        }
        load();
    }

    public void revoke(Row row) {
        roles.revoke(programCode, row.username(), Role.named(row.role()).orElseThrow());
        Messages.success("%s is no longer %s.".formatted(row.name(), row.role()));
        load();
    }

    /** Shows who teaches the chosen section. */
    public void chooseSection() {
        teacherNames = section == null ? null : teachers.of(id()).stream().map(SectionTeacher::getPerson).map(person -> person.getUsername())
                .collect(Collectors.joining(" "));
    }

    /** Replaces the teachers of the chosen section. */
    public void saveTeachers() {
        var names = Arrays.stream((teacherNames == null ? "" : teacherNames).split("[\\s,]+")).filter(Predicate.not(String::isEmpty)).toList();
        try {
            var now = teachers.replace(id(), names, present -> { });
            Messages.success(now.isEmpty() ? "Nobody teaches " + section + " now." : now.stream().map(SectionTeacher::getPerson)
                    .map(person -> person.name()).collect(Collectors.joining(", ", "", " teach" + (now.size() == 1 ? "es " : " ") + section + ".")));
        } catch (InvalidInput e) {
            Messages.error(e.faults().get(0).message());
        }
    }

    private SectionId id() {
        return new SectionId(programCode, section);
    }

    /** Whether the viewer may take this role back: administrators name staff, staff name volunteers. */
    public boolean mayRevoke(Row row) {
        return viewer.isAdmin() || Role.VOLUNTEER.roleName().equals(row.role());
    }

    public ProgramView getProgram() {
        return program;
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<String> getSections() {
        return sections;
    }

    public String getProgramCode() {
        return programCode;
    }

    public void setProgramCode(String programCode) {
        this.programCode = programCode;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    public String getTeacherNames() {
        return teacherNames;
    }

    public void setTeacherNames(String names) {
        teacherNames = names;
    }
}
