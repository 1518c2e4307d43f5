package org.classreg.catalog;

import java.util.ArrayList;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Writes a {@link SeatChange} for each section whose seats a transaction changes, just before its changes go to the database: whoever changes
 * them, now or in a later version, need not think of it. The second time in a transaction it is the same row.
 */
public final class SeatWatch extends SessionEventAdapter {

    @Override
    public void preCalculateUnitOfWorkChangeSet(SessionEvent event) {
        var work = (UnitOfWorkImpl) event.getSession();
        var changes = new ArrayList<SeatChange>();
        for (var entity : work.getCloneMapping().values()) {
            if (entity instanceof ClassSection section && section.seatChange() != null) {
                changes.add(section.seatChange());
            }
        }
        for (var change : changes) {
            change.note();
            if (!work.isObjectRegistered(change)) {
                work.registerNewObject(change);
            }
        }
    }
}
