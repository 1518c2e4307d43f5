package org.classreg.people;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.classreg.lists.Listing;

/** Somebody known to the registration office, by username. */
@Entity
@SequenceGenerator(name = "person", sequenceName = "person_seq", allocationSize = 50)
@NamedQuery(name = Person.BY_USERNAME, query = "select p from Person p where p.username = :username")
@NamedQuery(name = Person.BY_USERNAMES, query = "select p from Person p where p.username in :ids",
        hints = {
            @QueryHint(name = "eclipselink.batch.type", value = "IN"),
            @QueryHint(name = "eclipselink.batch", value = "p.roles")})
@NamedQuery(name = Person.BY_SOURCED_IDS, query = "select p from Person p where p.sourcedId in :ids",
        hints = {
            @QueryHint(name = "eclipselink.batch.type", value = "IN"),
            @QueryHint(name = "eclipselink.batch", value = "p.roles")})
@NamedQuery(name = Person.ALL, query = "select p from Person p",
        hints = {
            @QueryHint(name = "eclipselink.batch.type", value = "IN"),
            @QueryHint(name = "eclipselink.batch", value = "p.roles")})
@NamedQuery(name = Person.AFRESH, query = "select p from Person p where p.id in :ids",
        hints = {
            @QueryHint(name = "eclipselink.refresh", value = "true"),
            @QueryHint(name = "eclipselink.batch.type", value = "IN"),
            @QueryHint(name = "eclipselink.batch", value = "p.roles")})
@NamedQuery(name = Person.COUNT, query = "select count(p) from Person p")
public class Person {

    /** That the username or the full name of a person aliased {@code p} is like :pattern. */
    public static final String MATCHES = "(lower(p.username) like :pattern escape '!'"
            + " or lower(concat(p.givenName, ' ', p.familyName)) like :pattern escape '!')";

    public static final String BY_NAME = " order by p.familyName, p.givenName, p.username";

    public static final String BY_USERNAME = "Person.byUsername";
    public static final String BY_USERNAMES = "Person.byUsernames";
    public static final String BY_SOURCED_IDS = "Person.bySourcedIds";
    public static final String ALL = "Person.all";

    /** Of these keys, read again even if they have been read. */
    public static final String AFRESH = "Person.afresh";

    public static final String COUNT = "Person.count";

    /** The orders in which people can be asked for. */
    public static final Listing<Person> LISTING = Listing.byText("p.username", Person::getUsername)
            .text("name", "p.familyName", Person::getFamilyName)
            .text("name", "p.givenName", Person::getGivenName)
            .text("name", "p.username", Person::getUsername)
            .text("username", "p.username", Person::getUsername)
            .integerIfAny("grade", "p.grade", Person::getGrade)
            .inOrderOf("name");

    @Id
    @GeneratedValue(generator = "person")
    private Long id;

    private String username;

    @Column(name = "sourced_id")
    private String sourcedId;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    private String email;

    private Integer grade;

    @Column(name = "max_sections")
    private Integer maxSections;

    private boolean enabled = true;

    @ElementCollection
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected Person() {
    }

    public Person(String username, String givenName, String familyName, Role... roles) {
        this.username = username;
        rename(givenName, familyName);
        this.roles.addAll(Set.of(roles));
    }

    public final void rename(String givenName, String familyName) {
        this.givenName = givenName;
        this.familyName = familyName;
    }

    /** Takes these roles and gives up others; an administrator stays one, so that no import can lock the office. */
    public void assume(Set<Role> wanted) {
        var target = EnumSet.noneOf(Role.class);
        target.addAll(wanted);
        if (roles.contains(Role.ADMIN)) {
            target.add(Role.ADMIN);
        }
        roles.retainAll(target);
        roles.addAll(target);
    }

    /** Takes these roles and gives up all others; whether an administrator is left is for the caller to ask. */
    public void become(Set<Role> wanted) {
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }

    /** For {@link #MATCHES}: what contains the text as it stands, whatever its case. */
    public static String pattern(String text) {
        return "%" + text.strip().toLowerCase().replaceAll("([!%_])", "!$1") + "%";
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Given and family name, as people write it. */
    public String name() {
        return (givenName + " " + familyName).trim();
    }

    /** The school grade, in the institution's own numbers (13 and up for college years); empty when unknown. */
    public Optional<Integer> grade() {
        return Optional.ofNullable(grade);
    }

    public boolean isNamed(String otherUsername) {
        return Objects.equals(username, otherUsername);
    }

    public Long getId() {
        return id;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getSourcedId() {
        return sourcedId;
    }

    public void setSourcedId(String sourcedId) {
        this.sourcedId = sourcedId;
    }

    public String getGivenName() {
        return givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Integer getGrade() {
        return grade;
    }

    public void setGrade(Integer grade) {
        this.grade = grade;
    }

    /** How many sections the student wants to keep in a program; null when the student has set no limit. */
    public Integer getMaxSections() {
        return maxSections;
    }

    public void setMaxSections(Integer maxSections) {
        this.maxSections = maxSections;
    }

    /** Whether the person may sign in. */
    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public Set<Role> getRoles() {
        return Set.copyOf(roles);
    }
}
