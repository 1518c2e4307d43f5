package org.classreg.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A server under test, in a process of its own. It is told to listen on the loopback address only, and dies with the tests. */
public abstract class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int TAIL = 60;

    private final Process process;
    private final URI baseUri;
    private final Path log;
    private final Path work;
    private final boolean keepWork;

    /**
     * @param builder the command, with its environment
     * @param name    of the log file in target/servers
     * @param work    the directory of the process
     * @param keepWork whether the directory stays when the process has ended
     */
    ServerProcess(ProcessBuilder builder, String name, int port, Path work, boolean keepWork) {
        this.work = work;
        this.keepWork = keepWork;
        this.baseUri = URI.create("http://127.0.0.1:" + port);
        try {
            this.log = Files.createDirectories(Workplace.target().resolve("servers")).resolve(name + "-" + port + ".log");
            Files.createDirectories(work.resolve("tmp"));
            this.process = builder.directory(work.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            // Payara Server reads its input to the end for a password before it starts.
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Waits until the condition holds; a process that ends before is reported at once, with the end of its log. */
    void await(Predicate<ServerProcess> ready) {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!ready.test(this)) {
            if (!process.isAlive()) {
                throw failure("ended with " + process.exitValue());
            }
            if (Instant.now().isAfter(limit)) {
                throw failure("is not ready after " + START_LIMIT);
            }
            pause();
        }
    }

    /** Holds when a GET of the path answers 200. */
    public static Predicate<ServerProcess> answers(String path) {
        return server -> Http.of(server.baseUri()).isOk(path);
    }

    /** Holds when the server has written the text to its log. */
    public static Predicate<ServerProcess> logs(String text) {
        return server -> server.log().contains(text);
    }

    public URI baseUri() {
        return baseUri;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** User and system time of the process so far, in seconds. */
    public double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    public String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the process to end (SIGTERM) and waits for it. */
    public void stop() {
        end(process.toHandle()::destroy);
    }

    /** Ends the process as a crash would (SIGKILL). */
    public void kill() {
        end(process.toHandle()::destroyForcibly);
    }

    @Override
    public void close() {
        stop();
    }

    private void end(Runnable signal) {
        signal.run();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("The server did not stop within " + STOP_LIMIT + ", see " + log);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            if (!keepWork) {
                Workplace.delete(work);
            }
        }
    }

    /** Ends the process, and tells what was wrong with it, with the end of its log. */
    IllegalStateException failure(String what) {
        String tail = tail();
        kill();
        return new IllegalStateException("The server " + what + ", see " + log + "\n" + tail);
    }

    private String tail() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
