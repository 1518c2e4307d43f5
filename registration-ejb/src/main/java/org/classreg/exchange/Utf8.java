package org.classreg.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.OptionalLong;

/** Text in UTF-8, as a stream. */
final class Utf8 {

    private static final int PIECE = 1 << 13;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {
    }

    /** A text that has been found to be one, without its byte order mark. */
    static Reader text(InputStream content) throws IOException {
        var text = new BufferedReader(new InputStreamReader(content, UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** The line, from 1, of the first thing that is not UTF-8, or is a NUL, which no text has; empty if all is text. */
    static OptionalLong firstLineOfOther(InputStream content) {
        try (content) {
            return new Search(content).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decodes piece by piece, and counts lines on the way. */
    private static final class Search {

        private final InputStream content;
        private final CharsetDecoder decoder = UTF_8.newDecoder();
        private final ByteBuffer in = ByteBuffer.allocate(PIECE);
        private final CharBuffer out = CharBuffer.allocate(PIECE);
        private long line = 1;
        private char before;

        Search(InputStream content) {
            this.content = content;
        }

        OptionalLong run() throws IOException {
            while (true) {
                var read = content.read(in.array(), in.position(), in.remaining());
                in.position(in.position() + Math.max(0, read));
                in.flip();
                var isMalformed = decoder.decode(in, out, read < 0).isError();
                in.compact();
                if (hasNul(out.flip()) || isMalformed) {
                    return OptionalLong.of(line);
                }
                if (read < 0) {
                    return OptionalLong.empty();
                }
                out.clear();
            }
        }

        private boolean hasNul(CharBuffer piece) {
            while (piece.hasRemaining()) {
                var now = piece.get();
                if (now == '\0') {
                    return true;
                }
                line += now == '\r' || now == '\n' && before != '\r' ? 1 : 0;
                before = now;
            }
            return false;
        }
    }
}
