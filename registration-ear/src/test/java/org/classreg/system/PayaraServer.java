package org.classreg.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A full Payara Server with the EAR, in a domain of its own that opens two ports, both on the loopback address. */
public final class PayaraServer extends ServerProcess {

    private static final String EAR = "registration.ear";

    private PayaraServer(ProcessBuilder builder, int port, Path work) {
        super(builder, "payara", port, work, false);
    }

    /**
     * Starts with the given environment variables, deploys the EAR and waits until the application is ready.
     *
     * @param environment added to the environment of the tests; the database is a new embedded one unless it names another
     */
    public static PayaraServer start(Map<String, String> environment) {
        int port = Workplace.freePort();
        Path work = Workplace.newDirectory();
        Path glassfish = Workplace.target().resolve("payara6/glassfish");
        try {
            Path domain = copy(glassfish.resolve("domains/domain1"), work.resolve("domain1"));
            Files.writeString(domain.resolve("config/domain.xml"), PayaraDomain.onLoopback(
                Files.readString(domain.resolve("config/domain.xml")), port, Workplace.freePort()));
            Path autodeploy = Files.createDirectories(domain.resolve("autodeploy"));
            Files.copy(Workplace.target().resolve(EAR), autodeploy.resolve(EAR));
            ProcessBuilder builder = new ProcessBuilder(command(glassfish, work));
            builder.environment().putAll(environment);
            PayaraServer server = new PayaraServer(builder, port, work);
            server.await(started -> isDeployed(started, autodeploy));
            server.await(answers("/health/ready"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDeployed(ServerProcess server, Path autodeploy) {
        if (Files.exists(autodeploy.resolve(EAR + "_deployFailed"))) {
            throw server.failure("could not deploy the EAR");
        }
        return Files.exists(autodeploy.resolve(EAR + "_deployed"));
    }

    /** The command line that the server's own launcher would run: without the launcher there is one process, and one pid to stop. */
    private static List<String> command(Path glassfish, Path work) throws IOException {
        Process launcher = new ProcessBuilder(Workplace.java(), "-XX:TieredStopAtLevel=1",
            "-jar", glassfish.resolve("modules/admin-cli.jar").toString(), "start-domain", "--dry-run", "--domaindir", work.toString(), "domain1")
            .redirectErrorStream(true).start();
        launcher.getOutputStream().close();
        List<String> lines = new String(launcher.getInputStream().readAllBytes()).lines().toList();
        int start = lines.indexOf("Dump of JVM Invocation line that would be used to launch:") + 1;
        if (start == 0) {
            throw new IllegalStateException("No command line from the launcher:\n" + String.join("\n", lines));
        }
        List<String> command = new ArrayList<>(lines.stream().skip(start).takeWhile(line -> !line.isBlank()).toList());
        command.set(command.indexOf("-verbose") + 1, "true");
        command.add(1, "-Djava.io.tmpdir=" + work.resolve("tmp"));
        command.add(1, "-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS");
        return command;
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }
}
