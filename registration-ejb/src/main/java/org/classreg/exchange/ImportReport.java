package org.classreg.exchange;

import java.util.List;

/**
 * What an import changed, or would change.
 *
 * @param lines one for each kind of thing that the files speak of
 */
public record ImportReport(List<Line> lines) {

    /**
     * @param kind for people, such as Sections
     * @param added not known before
     * @param changed known before, but different
     * @param unchanged known before, and the same
     * @param ended cancelled sections, people who may no longer sign in, registrations that ended
     */
    public record Line(String kind, int added, int changed, int unchanged, int ended) {

        /** Whether this line tells of anything that an import writes. */
        public boolean hasChanges() {
            return added + changed + ended > 0;
        }
    }
}
