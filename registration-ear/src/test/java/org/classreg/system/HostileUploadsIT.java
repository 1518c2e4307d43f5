package org.classreg.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.system.SmallOffice.assertProblem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent to do harm is refused early, by a server with a heap of 512 MB, which goes on serving others. */
@ExtendWith(Running.class)
class HostileUploadsIT {

    private static final String IMPORT = "/api/v1/imports/oneroster";
    private static final int MEGABYTE = 1 << 20;

    private final Http admin;
    private final MicroServer server;
    private final String prefix = "h" + UUID.randomUUID().toString().substring(0, 8);
    private final String program = "p-" + prefix;

    HostileUploadsIT(Http anonymous, MicroServer server) {
        admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
        this.server = server;
    }

    @Test
    void aHundredMegabytesOfTinyLinesFromManyAtOnceExhaustNothing() throws Exception {
        var zip = zip("enrollments.csv", "sourcedId,userSourcedId\n", "a,b\n", 100 * MEGABYTE - 40);
        assertThat(zip).hasSizeLessThan(MEGABYTE);

        for (var answer : atOnce(3, () -> admin.post(IMPORT, zip, "application/zip"))) {
            assertProblem(answer, 413);
            assertThat(answer.body()).contains("enrollments.csv: The lines are too many: at most 500,000 in all files are taken.");
        }
        assertServes();
    }

    @Test
    void asManyValuesAsAreTakenFitInTheHeapAndMoreAreRefused() throws Exception {
        var header = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName\n";
        var bad = admin.post(IMPORT, zip("users.csv", header, ",x,y,z,\u20ac,\u20ac,\u20ac,\n", 499_000L * 17), "application/zip");
        assertProblem(bad, 400);
        assertThat(bad.object().getJsonArray("importErrors")).hasSize(1_000);

        var more = admin.post(IMPORT, zip("users.csv", header, ",".repeat(99) + "\n", 5 * MEGABYTE), "application/zip");
        assertProblem(more, 413);
        assertThat(more.body()).contains("The values are too many: at most 4,000,000 in all files are taken.");
        assertServes();
    }

    @Test
    void aZipThatUnpacksToMuchMoreIsLeftBeforeItIsUnpacked() throws Exception {
        var begin = Instant.now();
        var bomb = admin.post(IMPORT, zip("zeros.bin", "", "\0".repeat(1_000), 2_000L * MEGABYTE), "application/zip");
        assertProblem(bomb, 413);
        assertThat(bomb.body()).contains("zeros.bin: The files are too large: at most 100 MB in all, unpacked, are taken.");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(40));

        var many = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 20_000; i++) {
                zip.putNextEntry(new ZipEntry("a/../../" + i + ".csv"));
            }
        }
        assertProblem(admin.post(IMPORT, many.toByteArray(), "application/zip"), 413);
        assertServes();
    }

    @Test
    void filesThatAreNoneAndOtherEncodingsAreRefusedByName() {
        assertThat(admin.post(IMPORT, RosterZip.small(program, prefix), "application/zip").status()).isEqualTo(200);
        var preferences = "/api/v1/programs/" + program + "/imports/preferences";
        for (var body : List.of("userSourcedId,classSourcedId,type\n\u00fc,1,2\n".getBytes(ISO_8859_1), "userSourcedId,classSourcedId,type\n".getBytes(UTF_16),
                "userSourcedId,classSourcedId,type\n1,2,\0\n".getBytes(UTF_8), "a".repeat(3 * MEGABYTE).getBytes(UTF_8), new byte[0])) {
            var refused = admin.post(preferences, body, "text/csv");
            assertProblem(refused, 400);
            assertThat(refused.object().getJsonArray("importErrors").getJsonObject(0).getString("file")).isEqualTo("preferences.csv");
        }
        for (var type : List.of("application/json", "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded")) {
            assertProblem(admin.post(preferences, "userSourcedId,classSourcedId,type\n", type), 415);
            assertProblem(admin.post(IMPORT, "a", type), 415);
        }
        assertProblem(admin.post(IMPORT, "userSourcedId", "application/zip"), 400);
        assertProblem(admin.post("/api/v1/people", "[".repeat(40) + "]".repeat(40), "application/json"), 400);
    }

    @Test
    void whoSendsAByteASecondIsCutOffAndOthersAreServed() throws Exception {
        var credentials = "Authorization: Basic " + Base64.getEncoder().encodeToString((Running.ADMIN + ":" + Running.PASSWORD).getBytes(UTF_8));
        var slow = new ArrayList<Socket>();
        var dripping = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; i < 150; i++) {
                slow.add(open("POST /api/v1/people HTTP/1.1\r\nHost: x\r\n" + credentials + "\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"));
                slow.add(open("POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n\r\n"));
            }
            dripping.scheduleAtFixedRate(() -> slow.forEach(HostileUploadsIT::drip), 0, 1, TimeUnit.SECONDS);
            var end = Instant.now().plusSeconds(12);
            var longest = Duration.ZERO;
            while (Instant.now().isBefore(end)) {
                var begin = Instant.now();
                assertServes();
                longest = longest.compareTo(Duration.between(begin, Instant.now())) > 0 ? longest : Duration.between(begin, Instant.now());
                Thread.sleep(200);
            }
            assertThat(longest).as("the longest that others waited").isLessThan(Duration.ofSeconds(8));
            assertThat(slow.stream().map(HostileUploadsIT::answer).filter(answer -> !answer.matches("(?s)|HTTP/1.1 408 .*")).findFirst()).isEmpty();
        } finally {
            dripping.shutdownNow();
            for (var socket : slow) {
                socket.close();
            }
        }
        assertServes();
    }

    private void assertServes() {
        assertThat(admin.get("/api/v1/programs?limit=1").status()).isEqualTo(200);
        assertThat(server.isAlive()).isTrue();
    }

    private Socket open(String head) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.baseUri().getPort());
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        return socket;
    }

    /** A byte more, if the server still takes it. */
    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException cutOff) {
            // That is what is waited for.
        }
    }

    /** What the server has said; nothing if it has just closed the connection. It fails while the server waits for more. */
    private static String answer(Socket socket) {
        try {
            socket.setSoTimeout(1_000);
            var bytes = new byte[200];
            var length = socket.getInputStream().read(bytes);
            return length < 0 ? "" : new String(bytes, 0, length, US_ASCII);
        } catch (SocketTimeoutException e) {
            return "still waiting";
        } catch (SocketException cutOff) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Answer> atOnce(int count, Callable<Answer> request) throws Exception {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(Collections.nCopies(count, request))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    /** A ZIP with a file of about so many bytes. */
    private static byte[] zip(String name, String start, String repeated, long size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var block = repeated.repeat(Math.max(1, (1 << 16) / repeated.length())).getBytes(UTF_8);
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(start.getBytes(UTF_8));
            for (long written = 0; written + block.length <= size; written += block.length) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
