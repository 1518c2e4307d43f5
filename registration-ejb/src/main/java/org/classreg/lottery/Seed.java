package org.classreg.lottery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * The seed of a run, and how the office commits itself to it: the commitment can be shown before the draw, for it tells nothing; seed and
 * salt are shown after, and show that it was this seed.
 *
 * @param value from 0
 * @param given whether somebody chose it
 * @param salt 32 hexadecimal digits by chance, so that nobody finds the seed by trying
 */
record Seed(long value, boolean given, String salt) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    static Seed of(OptionalLong wanted) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Seed(wanted.orElseGet(() -> RANDOM.nextLong() >>> 1), wanted.isPresent(), HexFormat.of().formatHex(salt));
    }

    /** @return the SHA-256 of "SEED:SALT", in 64 hexadecimal digits */
    String commitment() {
        return sha256(value + ":" + salt);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
