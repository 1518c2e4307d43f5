package org.classreg.api.http;

import java.nio.charset.StandardCharsets;
import org.classreg.errors.InvalidInput;

/** Goes through the bytes of JSON once, without parsing it. */
final class JsonScan {

    private static final byte[] NUL = "u0000".getBytes(StandardCharsets.US_ASCII);
    private static final String BODY = "body";
    private static final int OBJECTS = 1;
    private static final int OTHERS = 2;

    private final byte[] json;
    /** At each depth, '[' or '{', and what stands in it. */
    private final byte[] opened = new byte[JsonLimits.DEEPEST + 1];
    private final int[] found = new int[JsonLimits.DEEPEST + 1];
    private int depth;
    private boolean inString;
    /** Of the last string. */
    private int start;
    private int end;
    private String field = BODY;

    JsonScan(byte[] json) {
        this.json = json;
    }

    /** @throws InvalidInput with what is wrong; what is no JSON at all is left to the parser */
    void requireSound() {
        for (int i = 0; i < json.length; i++) {
            if (inString) {
                i += inString(i);
            } else {
                outside(i);
                if (depth == 0 && (json[i] == ']' || json[i] == '}')) {
                    requireBlank(i + 1);
                    return;
                }
            }
        }
    }

    /** @return how many bytes more it has gone through */
    private int inString(int i) {
        if (json[i] == '"') {
            inString = false;
            end = i;
        } else if (json[i] == '\\') {
            if (isNul(i + 1)) {
                throw new InvalidInput(field, "A text has the character U+0000, which is not kept.");
            }
            return 1;
        }
        return 0;
    }

    private void outside(int i) {
        var at = json[i];
        switch (at) {
            case '[', '{' -> open(at);
            case ']', '}' -> close();
            case ':' -> field = new String(json, start, end - start, StandardCharsets.UTF_8);
            case '"' -> {
                inString = true;
                start = i + 1;
                note(OTHERS);
            }
            default -> {
                if (at == '-' || at == 't' || at == 'f' || at >= '0' && at <= '9') {
                    note(OTHERS);
                }
            }
        }
    }

    private void open(byte bracket) {
        note(bracket == '{' ? OBJECTS : OTHERS);
        depth++;
        require(depth <= JsonLimits.DEEPEST, "The body is nested deeper than " + JsonLimits.DEEPEST + ".");
        opened[depth] = bracket;
        found[depth] = 0;
    }

    private void close() {
        require(opened[depth] != '[' || found[depth] != (OBJECTS | OTHERS), "A list has objects and other values.");
        depth = Math.max(0, depth - 1);
    }

    private void note(int kind) {
        found[depth] |= kind;
    }

    private boolean isNul(int start) {
        for (int i = 0; i < NUL.length; i++) {
            if (start + i >= json.length || json[start + i] != NUL[i]) {
                return false;
            }
        }
        return true;
    }

    /** The parser stops where the value ends, and would not see what follows. */
    private void requireBlank(int start) {
        require(new String(json, start, json.length - start, StandardCharsets.UTF_8).isBlank(), "More follows the JSON of the body.");
    }

    private static void require(boolean sound, String message) {
        if (!sound) {
            throw new InvalidInput(BODY, message);
        }
    }
}
