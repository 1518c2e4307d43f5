package org.classreg.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.classreg.errors.InvalidInput;

/**
 * What a new password must be: long, and none that guessers try first. No kinds of characters are asked for and nothing expires, as
 * NIST SP 800-63B and ASVS 4.0.3 (2.1) have it.
 */
@ApplicationScoped
public class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Names shorter than this are part of too many good passwords. */
    private static final int SHORTEST_NAME = 4;

    private static final String COMMON_PASSWORDS = "common-passwords.txt";

    private Set<String> common;

    @PostConstruct
    void read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream(COMMON_PASSWORDS), StandardCharsets.UTF_8))) {
            common = lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidInput on the field "password" with what speaks against it */
    public void require(String username, String password) {
        fault(username, password == null ? "" : password).ifPresent(message -> {
            throw new InvalidInput("password", message);
        });
    }

    private Optional<String> fault(String username, String password) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (username.length() >= SHORTEST_NAME && lower.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("A password does not contain the username.");
        }
        return isCommon(lower) ? Optional.of("This password, or one much like it, is among the first that are guessed.") : Optional.empty();
    }

    /** Whether it is on the list, also without the digits and signs around it; or repeats what is, or a few characters. */
    private boolean isCommon(String password) {
        var unit = unit(password);
        var core = unit(password.replaceAll("^[^a-z]+|[^a-z]+$", ""));
        return unit.length() < SHORTEST_NAME || common.contains(unit) || common.contains(core);
    }

    /** The shortest text that the whole is a repetition of. */
    private static String unit(String text) {
        return text.substring(0, (text + text).indexOf(text, 1));
    }
}
