package org.classreg.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.classreg.catalog.Program;
import org.classreg.lists.Listing;
import org.classreg.people.Person;
import org.classreg.people.Role;

/** That a person is staff or a volunteer of a program. */
@Entity
@Table(name = "program_role")
@SequenceGenerator(name = "programRole", sequenceName = "program_role_seq", allocationSize = 50)
@NamedNativeQuery(name = ProgramRole.ROLES_OF_PERSON, query = """
        select role from program_role where person_id = ?1 and revoked_at is null
        union select 'TEACHER' from section_teacher where person_id = ?1 and revoked_at is null""")
@NamedQuery(name = ProgramRole.ROLES_IN_PROGRAM, query = """
        select g.role from ProgramRole g
        where g.program = :program and g.person.username = :username and g.revokedAt is null""")
@NamedQuery(name = ProgramRole.PROGRAMS_OF_PERSON, query = """
        select distinct g.program from ProgramRole g
        where g.person.username = :username and g.role in :roles and g.revokedAt is null""")
@NamedQuery(name = ProgramRole.OF_PROGRAM, query = """
        select g from ProgramRole g join fetch g.person p
        where g.program = :program and g.revokedAt is null order by g.role, p.familyName, p.givenName, p.username""")
public class ProgramRole extends Grant {

    /** The names of the roles of person ?1 in programs and sections. */
    public static final String ROLES_OF_PERSON = "ProgramRole.rolesOfPerson";
    public static final String ROLES_IN_PROGRAM = "ProgramRole.rolesInProgram";
    public static final String PROGRAMS_OF_PERSON = "ProgramRole.programsOfPerson";
    public static final String OF_PROGRAM = "ProgramRole.ofProgram";

    /** The orders in which roles in a program can be asked for. */
    public static final Listing<ProgramRole> LISTING = Listing.byNumber("g.id", ProgramRole::getId)
            .text("role", "g.role", grant -> grant.getRole().name())
            .text("name", "p.familyName", grant -> grant.getPerson().getFamilyName())
            .text("name", "p.givenName", grant -> grant.getPerson().getGivenName())
            .text("name", "p.username", grant -> grant.getPerson().getUsername())
            .text("username", "p.username", grant -> grant.getPerson().getUsername())
            .instant("grantedAt", "g.grantedAt", ProgramRole::getGrantedAt)
            .inOrderOf("role", "name");

    @Id
    @GeneratedValue(generator = "programRole")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id", updatable = false)
    private Program program;

    @Enumerated(EnumType.STRING)
    private Role role;

    protected ProgramRole() {
    }

    /** @param role STAFF or VOLUNTEER */
    public ProgramRole(Person person, Program program, Role role, String grantedBy, Instant grantedAt) {
        super(person, grantedBy, grantedAt);
        this.program = program;
        this.role = role;
    }

    public Long getId() {
        return id;
    }

    public Program getProgram() {
        return program;
    }

    public Role getRole() {
        return role;
    }
}
