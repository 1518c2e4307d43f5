package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.operations.Operation;
import org.classreg.security.Caller;

/** What operations of the journal did to registrations, in words, for those that did little. */
@Stateless
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class OperationContents {

    private static final int MOST_CHANGES = 3;

    @Inject
    EntityManager em;

    @Inject
    Caller caller;

    /**
     * What each operation began and ended, such as "John Smith Enrolled in E1234s1" and "John Smith no longer Enrolled in E1234s2", by the
     * operation's id. One that changed more than three rows, or those of programs that the caller does not run, is not among them.
     */
    public Map<Long, List<String>> of(Collection<Operation> operations) {
        var small = operations.stream().filter(operation -> operation.getChanges() <= MOST_CHANGES).toList();
        if (small.isEmpty()) {
            return Map.of();
        }
        var rows = em.createNamedQuery(StudentRegistration.OF_OPERATIONS, StudentRegistration.class)
                .setParameter("operations", small).getResultList();
        var mine = rows.stream().map(StudentRegistration::getSection).map(ClassSection::getProgram).distinct()
                .filter(caller::isStaff).collect(Collectors.toSet());
        var contents = new HashMap<Long, List<String>>();
        for (var operation : small) {
            var sentences = rows.stream().filter(row -> mine.contains(row.getSection().getProgram()))
                    .flatMap(row -> sentence(row, operation)).toList();
            if (!sentences.isEmpty()) {
                contents.put(operation.getId(), sentences);
            }
        }
        return contents;
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
