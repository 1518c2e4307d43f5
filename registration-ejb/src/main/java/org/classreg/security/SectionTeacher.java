package org.classreg.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.classreg.catalog.ClassSection;
import org.classreg.people.Person;

/** That a person teaches a section. */
@Entity
@Table(name = "section_teacher")
@SequenceGenerator(name = "sectionTeacher", sequenceName = "section_teacher_seq", allocationSize = 50)
@NamedQuery(name = SectionTeacher.COUNT, query = """
        select count(t) from SectionTeacher t
        where t.section = :section and t.person.username = :username and t.revokedAt is null""")
@NamedQuery(name = SectionTeacher.SECTIONS_OF_PERSON, query = """
        select t.section.code from SectionTeacher t
        where t.section.program.code = :program and t.person.username = :username and t.revokedAt is null order by t.section.code""")
@NamedQuery(name = SectionTeacher.PROGRAMS_OF_PERSON, query = """
        select distinct t.section.program.code from SectionTeacher t where t.person.username = :username and t.revokedAt is null""")
@NamedQuery(name = SectionTeacher.BY_SOURCED_IDS, query = "select t from SectionTeacher t where t.sourcedId in :ids")
@NamedQuery(name = SectionTeacher.OF_PROGRAM, query = """
        select t from SectionTeacher t join fetch t.person
        where t.section.program = :program and t.revokedAt is null order by t.id""")
@NamedQuery(name = SectionTeacher.OF_SECTION, query = """
        select t from SectionTeacher t join fetch t.person p
        where t.section = :section and t.revokedAt is null order by p.familyName, p.givenName, p.username""")
public class SectionTeacher extends Grant {

    public static final String COUNT = "SectionTeacher.count";
    public static final String SECTIONS_OF_PERSON = "SectionTeacher.sectionsOfPerson";
    public static final String PROGRAMS_OF_PERSON = "SectionTeacher.programsOfPerson";
    public static final String BY_SOURCED_IDS = "SectionTeacher.bySourcedIds";
    public static final String OF_PROGRAM = "SectionTeacher.ofProgram";
    public static final String OF_SECTION = "SectionTeacher.ofSection";

    @Id
    @GeneratedValue(generator = "sectionTeacher")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "section_id", updatable = false)
    private ClassSection section;

    @Column(name = "sourced_id")
    private String sourcedId;

    @Column(name = "is_primary")
    private Boolean primary;

    protected SectionTeacher() {
    }

    public SectionTeacher(Person person, ClassSection section, String grantedBy, Instant grantedAt) {
        super(person, grantedBy, grantedAt);
        this.section = section;
    }

    public ClassSection getSection() {
        return section;
    }

    public String getSourcedId() {
        return sourcedId;
    }

    public void setSourcedId(String sourcedId) {
        this.sourcedId = sourcedId;
    }

    /** Whether it is the section's first teacher; null when that is not known. */
    public Boolean getPrimary() {
        return primary;
    }

    public void setPrimary(Boolean primary) {
        this.primary = primary;
    }
}
