package org.classreg.exchange;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.classreg.people.Person;
import org.classreg.people.Role;

/** Makes people of users, and gives them the roles that count here. */
final class PeopleImport {

    private final OneRosterSet set;
    private final Directory directory;
    private final Changes changes;
    private final References references;
    private final Tally<Person> tally = new Tally<>("People", PeopleImport::state);

    PeopleImport(OneRosterSet set, Directory directory, Changes changes) {
        this.set = set;
        this.directory = directory;
        this.changes = changes;
        references = References.of(set, directory);
    }

    private static List<Object> state(Person person) {
        return Arrays.asList(person.getUsername(), person.getSourcedId(), person.getGivenName(), person.getFamilyName(), person.getEmail(),
                person.getGrade(), person.getMaxSections(), person.isEnabled(), person.getRoles());
    }

    Tally<Person> run() {
        set.users().active().forEach(this::take);
        set.users().deleted().forEach((id, row) -> shutOut(directory.person(id), row));
        rolesByPerson().forEach(Person::assume);
        return tally;
    }

    private void take(UserRow user) {
        var known = directory.person(user.id());
        var holder = directory.personByUsername(user.username());
        if (holder == null || holder == known) {
            write(user, known == null ? add(user) : tally.watch(known));
        } else if (known != null || holder.getSourcedId() != null) {
            user.row().error(UserRow.USERNAME, "The username \"%s\" is that of another person.".formatted(user.username()));
        } else if (holder.is(Role.ADMIN)) {
            user.row().error(UserRow.USERNAME, "The username \"%s\" is that of an administrator, whom an import does not take over."
                    .formatted(user.username()));
        } else {
            write(user, tally.watch(holder));
        }
    }

    private Person add(UserRow user) {
        return tally.watchNew(changes.add(new Person(user.username(), user.givenName(), user.familyName())));
    }

    private void write(UserRow user, Person person) {
        person.setSourcedId(user.id());
        person.setUsername(user.username());
        person.rename(user.givenName(), user.familyName());
        if (user.row().has(UserRow.EMAIL)) {
            person.setEmail(user.email());
        }
        if (user.row().has(UserRow.GRADES)) {
            person.setGrade(user.grade());
        }
        if (user.row().has(UserRow.MAX_SECTIONS)) {
            person.setMaxSections(user.maxSections());
        }
        if (user.enabled() != null && mayEnable(person, user.enabled(), user.row(), UserRow.ENABLED)) {
            person.setEnabled(user.enabled());
        }
        if (user.role() != null && !set.roles().table().isPresent()) {
            person.assume(user.role().role().map(Set::of).orElse(Set.of()));
        }
        directory.enter(person);
    }

    private static boolean mayEnable(Person person, boolean enabled, Row row, String column) {
        if (!enabled && person.is(Role.ADMIN)) {
            row.error(column, "%s is an administrator, whom an import does not shut out.".formatted(person.getUsername()));
        }
        return row.isGood();
    }

    private void shutOut(Person person, Row row) {
        if (person != null && !person.isEnabled()) {
            tally.watch(person);
        } else if (person != null && mayEnable(person, false, row, "status")) {
            person.setEnabled(false);
            tally.watchEnded(person);
        }
    }

    private Map<Person, Set<Role>> rolesByPerson() {
        Map<Person, Set<Role>> roles = new HashMap<>();
        set.roles().active().forEach(row -> change(roles, row, isOver(row)));
        set.roles().deleted().values().forEach(row -> change(roles, RoleRow.of(row), true));
        return roles;
    }

    private boolean isOver(RoleRow row) {
        return row.endDate() != null && !row.endDate().isAfter(LocalDate.ofInstant(changes.at(), ZoneOffset.UTC));
    }

    private void change(Map<Person, Set<Role>> roles, RoleRow row, boolean isOver) {
        var person = row.row().isGood() ? references.person(row.row(), row.user()) : null;
        if (person != null) {
            var mine = roles.computeIfAbsent(tally.watch(person), first ->
                    set.rolesAreDelta() ? new HashSet<>(person.getRoles()) : EnumSet.noneOf(Role.class));
            row.role().role().ifPresent(role -> {
                if (isOver) {
                    mine.remove(role);
                } else {
                    mine.add(role);
                }
            });
        }
    }
}
