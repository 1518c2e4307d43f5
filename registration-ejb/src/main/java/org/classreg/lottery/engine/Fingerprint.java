package org.classreg.lottery.engine;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of an instance: two that differ in anything that may matter to a draw differ here. */
public final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @return 64 hexadecimal digits */
    public static String of(Instance instance) {
        var print = new Fingerprint();
        print.add(instance.grade, instance.sectionLimit, instance.timeslotLimit);
        print.add(instance.subject, instance.capacity, instance.minGrade, instance.maxGrade);
        print.add(instance.meetings);
        print.add(instance.preferenceStart, instance.preferredSection);
        print.digest.update(instance.preferenceRank);
        for (var weight : instance.weight) {
            print.add(new long[][] {{Double.doubleToLongBits(weight)}});
        }
        for (var k = 0; k < instance.interested.length; k++) {
            print.digest.update((byte) (instance.interested[k] ? 1 : 0));
        }
        print.add(instance.standingStart, instance.standingSection, instance.exceptionStart, instance.exceptionSubject);
        for (var day : instance.lunch) {
            print.add(day);
        }
        for (var cap : instance.caps) {
            print.add(new int[] {cap.minGrade(), cap.maxGrade(), cap.students()});
        }
        return HexFormat.of().formatHex(print.digest.digest());
    }

    /** Lengths count too, so that numbers cannot pass from one array to the next unseen. */
    private void add(int[]... arrays) {
        for (var array : arrays) {
            var bytes = ByteBuffer.allocate(Integer.BYTES * (array.length + 1));
            bytes.putInt(array.length);
            bytes.asIntBuffer().put(array);
            digest.update(bytes.array());
        }
    }

    private void add(long[]... arrays) {
        add(new int[] {arrays.length});
        for (var array : arrays) {
            var bytes = ByteBuffer.allocate(Long.BYTES * (array.length + 1));
            bytes.putLong(array.length);
            bytes.asLongBuffer().put(array);
            digest.update(bytes.array());
        }
    }
}
