package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.operations.Operation;
import org.classreg.security.Caller;

/** What operations of the journal did to sections and, if it was little, to registrations, in words. */
@Stateless
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class OperationContents {

    private static final int MOST_CHANGES = 3;

    @Inject
    EntityManager em;

    @Inject
    Caller caller;

    /**
     * What each operation began and ended, such as "John Smith Enrolled in E1234s1" and "John Smith no longer Enrolled in E1234s2", and what it did to
     * sections, such as "E1234s1 cancelled", by the operation's id. Of one that changed more than three rows only the sections are told, and of
     * programs that the caller does not run nothing.
     */
    public Map<Long, List<String>> of(Collection<Operation> operations) {
        var contents = new HashMap<Long, List<String>>();
        changes(operations).forEach(change -> add(contents, change.getOperation(), Stream.of(change.toString())));
        var small = operations.stream().filter(operation -> operation.getChanges() <= MOST_CHANGES).toList();
        var rows = registrations(small);
        small.forEach(operation -> add(contents, operation, rows.stream().flatMap(row -> sentence(row, operation))));
        return contents;
    }

    private List<SectionChange> changes(Collection<Operation> operations) {
        return operations.isEmpty() ? List.of() : mine(SectionChange::getSection,
                em.createNamedQuery(SectionChange.OF_OPERATIONS, SectionChange.class).setParameter("operations", operations).getResultList());
    }

    private List<StudentRegistration> registrations(Collection<Operation> operations) {
        return operations.isEmpty() ? List.of() : mine(StudentRegistration::getSection,
                em.createNamedQuery(StudentRegistration.OF_OPERATIONS, StudentRegistration.class).setParameter("operations", operations).getResultList());
    }

    /** Those of programs that the caller runs. */
    private <T> List<T> mine(Function<T, ClassSection> section, List<T> rows) {
        var programs = rows.stream().map(section).map(ClassSection::getProgram).distinct().filter(caller::isStaff).collect(Collectors.toSet());
        return rows.stream().filter(row -> programs.contains(section.apply(row).getProgram())).toList();
    }

    private static void add(Map<Long, List<String>> contents, Operation operation, Stream<String> sentences) {
        var more = sentences.toList();
        if (!more.isEmpty()) {
            contents.computeIfAbsent(operation.getId(), id -> new ArrayList<>()).addAll(more);
        }
    }

    private static Stream<String> sentence(StudentRegistration row, Operation operation) {
        if (isOf(row.getEndedBy(), operation)) {
            return Stream.of("%s no longer %s in %s".formatted(row.getStudent().name(), row.getType().getName(), row.getSection().getCode()));
        }
        return isOf(row.getStartedBy(), operation) ? Stream.of(row.toString()) : Stream.of();
    }

    private static boolean isOf(Operation one, Operation other) {
        return one != null && one.getId().equals(other.getId());
    }
}
