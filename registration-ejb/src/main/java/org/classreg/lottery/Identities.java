package org.classreg.lottery;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Who and what the numbers of an anonymous input stand for.
 *
 * @param students the keys of people, by number
 * @param sections the keys of sections, by number
 */
record Identities(List<Long> students, List<Long> sections) {

    byte[] packed() {
        return Packed.pack(Packed.text(stream(students)) + "\n" + Packed.text(stream(sections)));
    }

    static Identities unpack(byte[] packed) {
        var lines = Packed.unpack(packed).split("\n", -1);
        return new Identities(Packed.numbers(lines[0]).boxed().toList(), Packed.numbers(lines[1]).boxed().toList());
    }

    private static LongStream stream(List<Long> keys) {
        return keys.stream().mapToLong(Long::longValue);
    }
}
