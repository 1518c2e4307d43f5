package org.classreg.startup;

import com.sun.management.OperatingSystemMXBean;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.logging.Logger;
import org.classreg.setup.Setup;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Ends the start-up with one line: where the console is, and how to sign in.
 * It goes to the standard output, for the person who started the server; a log format would bury it.
 */
@WebListener
public class Announcement implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(Announcement.class.getName());
    private static final int MOST_ATTEMPTS = 600;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** The server's own last lines come a moment after its first answer. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    @Inject
    Setup setup;

    @Resource
    ManagedExecutorService executor;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var path = event.getServletContext().getContextPath() + "/";
        var port = ConfigProvider.getConfig().getOptionalValue("payara.instance.http.port", Integer.class).orElse(8080);
        executor.execute(() -> announceOnceReachable(URI.create("http://localhost:" + port + path)));
    }

    private void announceOnceReachable(URI console) {
        try {
            awaitAnswer(console);
            Thread.sleep(SETTLING.toMillis());
            System.out.println(line(console));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitAnswer(URI console) throws InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(PAUSE).build();
        var signIn = HttpRequest.newBuilder(console.resolve("login")).timeout(Duration.ofSeconds(30)).build();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                client.send(signIn, BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                LOG.fine(() -> "Not yet: " + notYet);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private String line(URI console) {
        var signIn = setup.signIn();
        var runtime = ManagementFactory.getRuntimeMXBean();
        var cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        return String.format(Locale.ROOT, "Class Registration is ready at %s - sign in as %s, password: %s (started in %.1f s, %.1f CPU s)",
                console, signIn.username() == null ? "-" : signIn.username(), signIn.hint(), runtime.getUptime() / 1e3, cpu / 1e9);
    }
}
