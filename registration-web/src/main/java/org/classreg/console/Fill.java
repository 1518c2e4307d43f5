package org.classreg.console;

import java.io.Serializable;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;

/**
 * How full a section, or a group of sections, is.
 *
 * @param taken seats that are taken
 * @param seats seats that there are
 */
public record Fill(int taken, int seats) implements Serializable {

    public static final Fill NONE = new Fill(0, 0);

    public static Fill of(ClassSection section) {
        return new Fill(section.getEnrolled(), section.getCapacity());
    }

    public static Fill sum(Stream<Fill> fills) {
        return fills.reduce(NONE, (one, other) -> new Fill(one.taken + other.taken, one.seats + other.seats));
    }

    public int left() {
        return seats - taken;
    }

    /** Such as "3 seats left". */
    public String leftText() {
        return switch (Math.max(0, left())) {
            case 0 -> "no seats left";
            case 1 -> "1 seat left";
            default -> left() + " seats left";
        };
    }

    public boolean full() {
        return taken >= seats;
    }

    /** The share of the seats that is taken, 1 when there are none. */
    public double share() {
        return seats == 0 ? 1 : (double) taken / seats;
    }
}
