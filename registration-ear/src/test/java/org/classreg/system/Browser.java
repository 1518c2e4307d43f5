package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One Chromium for a test class; each test gets a {@link Page} with a session of its own, whose addresses are relative to the
 * {@link Running} server. Chromium is at /usr/bin/chromium or where the environment variable CHROMIUM says. A test that fails leaves a
 * screenshot; one in which the Content-Security-Policy blocked anything fails.
 */
public final class Browser implements BeforeAllCallback, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Browser.class);
    private static final String BLOCKED = "blocked";
    private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-background-networking",
        // The pages must need nothing from elsewhere.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Page.class && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(Page.class, key -> {
            var page = store.get(Chromium.class, Chromium.class).page(Running.server(context).baseUri().toString());
            page.onConsoleMessage(message -> noteBlocked(store, message.text()));
            return page;
        }, Page.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Page page = context.getStore(NAMESPACE).get(Page.class, Page.class);
        if (page == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            screenshot(page, "failed-" + context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName());
        }
        page.context().close();
        String blocked = context.getStore(NAMESPACE).get(BLOCKED, String.class);
        if (blocked != null) {
            throw new AssertionError("The browser refused what the Content-Security-Policy forbids: " + blocked);
        }
    }

    private static void noteBlocked(Store store, String message) {
        if (message.contains("Content Security Policy")) {
            store.put(BLOCKED, message);
        }
    }

    /** Signs in by keyboard at the form that the page shows, and waits for the page behind it with all that makes it answer to keys. */
    static void signIn(Page page, String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.keyboard().press("Enter");
        assertThat(page.locator("#sign-out")).isVisible();
        page.waitForLoadState();
    }

    /** Writes target/screenshots/NAME.png. */
    public static Path screenshot(Page page, String name) {
        Path file = Workplace.target().resolve("screenshots").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    private record Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) implements AutoCloseable {

        static Chromium start() {
            Path executable = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
            if (!Files.isExecutable(executable)) {
                throw new IllegalStateException("No Chromium at " + executable
                    + ": install it (Debian: apt-get install chromium), or set the environment variable CHROMIUM to its path.");
            }
            Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Chromium(playwright, playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(OPTIONS)));
        }

        Page page(String baseUri) {
            BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(baseUri).setLocale("en-US").setViewportSize(1280, 800));
            context.setDefaultTimeout(15_000);
            return context.newPage();
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
