package org.classreg.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys of all that an import speaks of: programs by code, people by username too, everything else by sourcedId. */
record Keys(Set<String> programs, Set<String> courses, Set<String> sections, Set<String> people, Set<String> usernames,
        Set<String> enrollments) {

    static Keys of(OneRosterSet set) {
        var classes = set.classes().active();
        var enrollments = set.enrollments().active();
        return new Keys(
                union(List.of(set.sessions().ids(), terms(classes))),
                union(List.of(set.courses().ids(), keys(classes, ClassRow::course))),
                union(List.of(set.classes().ids(), keys(enrollments, EnrollmentRow::section),
                        keys(set.preferences(), PreferenceRow::section))),
                union(List.of(set.users().ids(), keys(set.roles().table().rows(), row -> row.raw(References.USER)),
                        keys(enrollments, EnrollmentRow::user), keys(set.preferences(), PreferenceRow::user))),
                keys(set.users().active(), UserRow::username),
                set.enrollments().ids());
    }

    static Keys of(String program, List<PreferenceRow> preferences) {
        return new Keys(Set.of(program), Set.of(), keys(preferences, PreferenceRow::section), keys(preferences, PreferenceRow::user),
                Set.of(), Set.of());
    }

    private static Set<String> terms(Collection<ClassRow> classes) {
        return classes.stream().flatMap(row -> row.terms().stream()).collect(Collectors.toSet());
    }

    private static <T> Set<String> keys(Collection<T> rows, Function<T, String> key) {
        return rows.stream().map(key).collect(Collectors.toSet());
    }

    private static Set<String> union(List<Set<String>> keys) {
        return keys.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
