package org.classreg.api.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Who follows the seats of a program, by a connection that is written to without waiting. There is one piece of text under way at a time; the
 * next is read when the client has taken it, so a slow client costs no memory and no thread.
 */
final class Subscriber implements WriteListener {

    /** A client that takes nothing for so long is dropped. What it missed it gets when it comes back. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /** Then the client signs in anew, by coming back: it may be nobody any more. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    /** Often, since by it alone a client is found gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final String caller;
    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final Instant since;

    private OptionalLong position;
    private byte[] text;
    private boolean flushing;
    private boolean ready;
    private boolean gone;
    private Instant lastSent;

    /** @param position of the last event that the client has; empty for none */
    Subscriber(String caller, OptionalLong position, AsyncContext connection, Instant now) throws IOException {
        this.caller = caller;
        this.position = position;
        this.connection = connection;
        this.since = now;
        lastSent = now;
        out = connection.getResponse().getOutputStream();
    }

    /** Begins to write, as soon as the connection can be written to. */
    void open() {
        text = EventText.GREETING.getBytes(StandardCharsets.UTF_8);
        out.setWriteListener(this);
    }

    String caller() {
        return caller;
    }

    /** Of the last event sent; empty while there is none. */
    OptionalLong position() {
        return position;
    }

    /** Has it begin with the seats of now. */
    void beginAnew() {
        position = OptionalLong.empty();
    }

    /** Whether it has taken all that was sent, and can be sent more. */
    synchronized boolean isIdle() {
        return ready && !gone && text == null && !flushing;
    }

    /** Sends events, of which the last has this position; only when idle. */
    synchronized void send(String events, long last, Instant now) {
        position = OptionalLong.of(last);
        send(events, now);
    }

    /** Sends a sign of life if it is time for one; only when idle. */
    synchronized void keepAlive(Instant now) {
        if (!now.isBefore(lastSent.plus(HEARTBEAT))) {
            send(EventText.HEARTBEAT, now);
        }
    }

    private void send(String words, Instant now) {
        lastSent = now;
        text = words.getBytes(StandardCharsets.UTF_8);
        write();
    }

    /** Whether the connection is closed, or is to be: it has lived for long, or takes nothing. */
    synchronized boolean isOver(Instant now) {
        return gone || now.isAfter(since.plus(LONGEST_LIFE)) || !isIdle() && now.isAfter(lastSent.plus(LONGEST_SILENCE));
    }

    synchronized void close() {
        if (!gone) {
            gone = true;
            complete();
        }
    }

    private void complete() {
        try {
            connection.complete();
        } catch (IllegalStateException e) {
            // The server has ended it already.
        }
    }

    @Override
    public synchronized void onWritePossible() {
        ready = true;
        write();
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    private void write() {
        try {
            if (!gone && text != null && out.isReady()) {
                out.write(text);
                text = null;
                flushing = true;
            }
            if (!gone && flushing && out.isReady()) {
                out.flush();
                flushing = false;
            }
        } catch (IOException | IllegalStateException e) {
            close();
        }
    }
}
