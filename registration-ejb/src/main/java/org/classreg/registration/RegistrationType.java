package org.classreg.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import org.classreg.lists.Listing;
import org.classreg.rules.Rules;

/** What a registration says of a student and a section: Enrolled, Interested, Priority/1, Applied, Attended ... */
@Entity
@Table(name = "registration_type")
@SequenceGenerator(name = "registration_type", sequenceName = "registration_type_seq", allocationSize = 50)
@NamedQuery(name = RegistrationType.BY_NAME, query = "select t from RegistrationType t where t.name = :name")
@NamedQuery(name = RegistrationType.ALL, query = "select t from RegistrationType t order by t.id")
public class RegistrationType {

    public static final String BY_NAME = "RegistrationType.byName";
    public static final String ALL = "RegistrationType.all";

    public static final String ENROLLED = "Enrolled";
    public static final String INTERESTED = "Interested";
    public static final String APPLIED = "Applied";
    public static final String ATTENDED = "Attended";
    public static final String WAITLIST = "Waitlist";
    public static final String OFFERED = "Offered";

    /** The types that take a seat. */
    public static final List<String> SEATS = List.of(ENROLLED, OFFERED);

    /** How the names of choices by priority begin, each with its rank behind. */
    public static final String PRIORITY = "Priority/";

    /** No key of those that offices have added is below; see the schema. */
    private static final long FIRST_OWN = 900;

    /** The orders in which types can be asked for: as they came to the office, unless another is asked for. */
    public static final Listing<RegistrationType> LISTING = Listing.byNumber("t.id", RegistrationType::getId)
            .text("name", "t.name", RegistrationType::getName);

    @Id
    @GeneratedValue(generator = "registration_type")
    private Long id;

    private String name;

    private String description;

    @Column(name = "takes_seat")
    private boolean takesSeat;

    private boolean preference;

    protected RegistrationType() {
    }

    /** A type of the office's own, which takes no seat. */
    public RegistrationType(String name, String description, boolean preference) {
        this.name = name;
        describe(description, preference);
    }

    public final void describe(String itsDescription, boolean isPreference) {
        description = itsDescription;
        preference = isPreference;
    }

    /** Whether it came with the program, and stays as it is. */
    public boolean isBuiltIn() {
        return id != null && id < FIRST_OWN;
    }

    /** The name of the type for the n-th choice, from 1. */
    public static String priority(int rank) {
        return PRIORITY + rank;
    }

    /** The rules for a registration of this type that a student, or somebody for the student, begins now. */
    public Rules rules() {
        if (takesSeat) {
            return Rules.ENROLLMENT;
        }
        if (isNamed(WAITLIST)) {
            return Rules.WAITLIST;
        }
        return preference ? Rules.WISH : Rules.MARK;
    }

    /** The rank of a choice by priority, from 1; 0 for all other types. */
    public int rank() {
        return rank(name);
    }

    /** The same of the type of this name. */
    public static int rank(String name) {
        return name.startsWith(PRIORITY) ? Integer.parseInt(name.substring(PRIORITY.length())) : 0;
    }

    public boolean isNamed(String other) {
        return name.equals(other);
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    /** Whether a registration of this type holds a seat of the section. */
    public boolean takesSeat() {
        return takesSeat;
    }

    /** Whether a registration of this type is a wish of the student, of which the lottery makes enrollments. */
    public boolean isPreference() {
        return preference;
    }
}
