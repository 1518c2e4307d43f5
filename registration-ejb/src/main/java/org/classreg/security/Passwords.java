package org.classreg.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes passwords by PBKDF2 with HMAC-SHA-512 and 210,000 iterations, as the OWASP Password Storage Cheat Sheet asks.
 * That costs about a tenth of a second on purpose; so that a program calling with Basic authentication does not pay it on every
 * request, a password that was right is remembered for some minutes, as a keyed hash that dies with the process.
 */
@ApplicationScoped
public class Passwords {

    /** The hash of no password, to be checked where there is no account: it takes as long as a real one. */
    static final String NOBODYS = "PBKDF2WithHmacSHA512:210000:" + "A".repeat(43) + "=:" + "A".repeat(43) + "=";

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = random.generateSeed(32);
    private final Map<String, Long> verified = new ConcurrentHashMap<>();

    @PostConstruct
    void configure() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", "210000",
                "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
    }

    /** The salted hash to keep. */
    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** Whether the hash is of this password. */
    public boolean verify(String password, String hash) {
        if (remembers(password, hash)) {
            return true;
        }
        if (!pbkdf2.verify(password.toCharArray(), hash)) {
            return false;
        }
        if (verified.size() >= MOST_REMEMBERED) {
            verified.clear();
        }
        verified.put(proof(password, hash), System.nanoTime());
        return true;
    }

    /** Whether the hash was found to be of this password some minutes ago. */
    public boolean remembers(String password, String hash) {
        var rememberedAt = verified.get(proof(password, hash));
        return rememberedAt != null && System.nanoTime() - rememberedAt < REMEMBERED.toNanos();
    }

    /** A new password of about 79 bits that is easy to read out: four groups of four letters and digits. */
    public String draw() {
        return random.ints(16, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> {
                    text.append(text.length() % 5 == 4 ? "-" : "").append(LETTERS.charAt(i));
                }, StringBuilder::append)
                .toString();
    }

    /** A secret of 256 random bits for a program, with a mark by which leaked ones are found. */
    public String drawSecret() {
        var bits = new byte[32];
        random.nextBytes(bits);
        return "crt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private String proof(String password, String hash) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
