package org.classreg.catalog;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;

/**
 * What staff set for a program.
 *
 * @param windows when students may do what; a kind without a window is always open
 * @param maxSections how many sections a student may have, from 0; null for no limit
 * @param maxTimeslots how many timeslots a student's sections may meet in together, from 0; null for no limit
 * @param capacityMultiplier of the capacity of every section, from 0 to 100, with at most 3 decimals
 * @param capacityOffset in seats, added to the capacity of every section, from -10,000 to 10,000
 * @param caps how many students the program takes; none for no limit
 * @param priorityLimit how many sections of one timeslot a student may rank by priority, and the highest rank, from 0; null for no limit
 * @param offerMinutes for how many minutes a freed seat is kept for who waits first, from 1 to 100,000; null to give it at once
 */
public record ProgramSettings(List<Window> windows, Integer maxSections, Integer maxTimeslots, BigDecimal capacityMultiplier,
        int capacityOffset, List<Cap> caps, Integer priorityLimit, Integer offerMinutes) implements Serializable {

    /** What a new program has: no windows, no limits, the capacities as they are. */
    public static final ProgramSettings DEFAULT = new ProgramSettings(List.of(), null, null, BigDecimal.ONE, 0, List.of(), null, null);

    private static final BigDecimal MOST_MULTIPLIER = BigDecimal.valueOf(100);
    private static final int FIRST_GRADE = -2;
    private static final int LAST_GRADE = 30;
    private static final int MOST_DECIMALS = 3;
    private static final int MOST_OFFSET = 10_000;
    private static final int LONGEST_OFFER = 100_000;

    /**
     * @param opens the first instant; null for since always
     * @param closes the first instant after; null for without end
     */
    public record Window(WindowKind kind, Instant opens, Instant closes) implements Serializable {
    }

    /**
     * How many students of some grades the program takes. The ranges of two caps may overlap, and each cap holds.
     *
     * @param gradeMin the first grade that counts, from -2 to 30; null for no lower end
     * @param gradeMax the last grade that counts, from -2 to 30; null for no upper end
     * @param maxStudents from 0
     */
    public record Cap(Integer gradeMin, Integer gradeMax, int maxStudents) implements Serializable {
    }

    public ProgramSettings withWindows(List<Window> wanted) {
        return new ProgramSettings(wanted, maxSections, maxTimeslots, capacityMultiplier, capacityOffset, caps, priorityLimit, offerMinutes);
    }

    public ProgramSettings withLimits(Integer sections, Integer timeslots) {
        return new ProgramSettings(windows, sections, timeslots, capacityMultiplier, capacityOffset, caps, priorityLimit, offerMinutes);
    }

    public ProgramSettings withCapacity(BigDecimal multiplier, int offset) {
        return new ProgramSettings(windows, maxSections, maxTimeslots, multiplier, offset, caps, priorityLimit, offerMinutes);
    }

    public ProgramSettings withCaps(Cap... wanted) {
        return new ProgramSettings(windows, maxSections, maxTimeslots, capacityMultiplier, capacityOffset, List.of(wanted), priorityLimit,
                offerMinutes);
    }

    public ProgramSettings withPriorityLimit(Integer limit) {
        return new ProgramSettings(windows, maxSections, maxTimeslots, capacityMultiplier, capacityOffset, caps, limit, offerMinutes);
    }

    public ProgramSettings withOffersFor(Integer minutes) {
        return new ProgramSettings(windows, maxSections, maxTimeslots, capacityMultiplier, capacityOffset, caps, priorityLimit, minutes);
    }

    /** @throws InvalidInput with every setting out of its range */
    public void requireValid() {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < windows.size(); i++) {
            var window = windows.get(i);
            if (window.kind() == null) {
                faults.add(new Fault("windows[" + i + "].kind", "A window is for INTEREST, ENROLLMENT, CHANGES or DROP."));
            }
            if (window.opens() != null && window.closes() != null && !window.closes().isAfter(window.opens())) {
                faults.add(new Fault("windows[" + i + "].closes", "A window closes after it opens."));
            }
        }
        requireFromZero("maxSections", maxSections, faults);
        requireFromZero("maxTimeslots", maxTimeslots, faults);
        if (capacityMultiplier == null || capacityMultiplier.signum() < 0 || capacityMultiplier.compareTo(MOST_MULTIPLIER) > 0
                || capacityMultiplier.stripTrailingZeros().scale() > MOST_DECIMALS) {
            faults.add(new Fault("capacityMultiplier", "The multiplier is from 0 to 100, with at most 3 decimals."));
        }
        if (Math.abs(capacityOffset) > MOST_OFFSET) {
            faults.add(new Fault("capacityOffset", "The offset is from -10000 to 10000."));
        }
        for (int i = 0; i < caps.size(); i++) {
            var cap = caps.get(i);
            requireFromZero("caps[" + i + "].maxStudents", cap.maxStudents(), faults);
            requireGrade("caps[" + i + "].gradeMin", cap.gradeMin(), faults);
            requireGrade("caps[" + i + "].gradeMax", cap.gradeMax(), faults);
            if (cap.gradeMin() != null && cap.gradeMax() != null && cap.gradeMax() < cap.gradeMin()) {
                faults.add(new Fault("caps[" + i + "].gradeMax", "The last grade is not below the first."));
            }
        }
        requireFromZero("priorityLimit", priorityLimit, faults);
        if (offerMinutes != null && (offerMinutes < 1 || offerMinutes > LONGEST_OFFER)) {
            faults.add(new Fault("offerMinutes", "An offer stands from 1 to " + LONGEST_OFFER + " minutes."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void requireGrade(String field, Integer grade, List<Fault> faults) {
        if (grade != null && (grade < FIRST_GRADE || grade > LAST_GRADE)) {
            faults.add(new Fault(field, "A grade is from " + FIRST_GRADE + " to " + LAST_GRADE + "."));
        }
    }

    private static void requireFromZero(String field, Integer limit, List<Fault> faults) {
        if (limit != null && limit < 0) {
            faults.add(new Fault(field, "A limit is 0 or more."));
        }
    }
}
