package org.classreg.system;

import java.nio.file.Path;
import java.util.Map;

/** The runnable jar, started as a user would start it. */
public final class MicroServer extends ServerProcess {

    private MicroServer(ProcessBuilder builder, int port, Path work, boolean keepWork) {
        super(builder, "micro", port, work, keepWork);
    }

    /**
     * Starts with the given environment variables and waits until the application is ready.
     *
     * @param environment added to the environment of the tests; the database is a new embedded one unless it names another
     */
    public static MicroServer start(Map<String, String> environment) {
        return start(Workplace.newDirectory(), false, environment);
    }

    /** Starts in a directory that stays when the server has ended, with the embedded database that is in it. */
    public static MicroServer startIn(Path directory, Map<String, String> environment) {
        return start(directory, true, environment);
    }

    private static MicroServer start(Path work, boolean keepWork, Map<String, String> environment) {
        int port = Workplace.freePort();
        ProcessBuilder builder = new ProcessBuilder(Workplace.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
            "-Djava.io.tmpdir=" + work.resolve("tmp"),
            "-jar", Workplace.target().resolve("registration.jar").toString(), "--port", Integer.toString(port));
        Map<String, String> variables = builder.environment();
        variables.putAll(environment);
        variables.put("REGISTRATION_HTTP_ADDRESS", "127.0.0.1");
        MicroServer server = new MicroServer(builder, port, work, keepWork);
        server.await(MicroServer::isDeployed);
        server.await(answers("/health/ready"));
        return server;
    }

    /** Micro opens its port, which answers 404, before it deploys; and it stays up without the application if that fails. */
    private static boolean isDeployed(ServerProcess server) {
        String log = server.log();
        if (!log.contains(") ready in ")) {
            return false;
        }
        if (!log.contains("Loading application [ROOT]")) {
            throw server.failure("could not deploy the application");
        }
        return true;
    }
}
