package org.classreg.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Writes a {@link SeatChange} for each section whose seats a transaction changes, just before its changes go to the database: whoever changes
 * them, now or in a later version, need not think of it. The second time in a transaction it is the same row. A class whose status changes
 * changes those of its sections that the transaction has read, as it has if it locked them.
 */
public final class SeatWatch extends SessionEventAdapter {

    @Override
    public void preCalculateUnitOfWorkChangeSet(SessionEvent event) {
        var work = (UnitOfWorkImpl) event.getSession();
        var sections = all(ClassSection.class, work);
        var subjects = all(ClassSubject.class, work).stream().filter(ClassSubject::hasNewStatus).collect(Collectors.toSet());
        if (!subjects.isEmpty()) {
            sections.stream().filter(section -> subjects.contains(section.getSubject())).forEach(ClassSection::tellSeats);
        }
        sections.stream().map(ClassSection::seatChange).filter(Objects::nonNull).forEach(change -> write(change, work));
    }

    private static <T> List<T> all(Class<T> type, UnitOfWorkImpl work) {
        var found = new ArrayList<T>();
        for (var entity : work.getCloneMapping().values()) {
            if (type.isInstance(entity)) {
                found.add(type.cast(entity));
            }
        }
        return found;
    }

    private static void write(SeatChange change, UnitOfWorkImpl work) {
        change.note();
        if (!work.isObjectRegistered(change)) {
            work.registerNewObject(change);
        }
    }
}
