package org.broadleafreturns.demo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Headless Chromium for a test. A test that fails leaves a picture of every open page in target/screenshots, and says what its pages
 * have not got.
 */
final class Browser implements BeforeEachCallback, AfterEachCallback {

    /** Pages must not wait for other machines: Broadleaf 7.0 takes fonts from one. */
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    /** What a page has asked for and not got, and pictures that it still waits for. */
    private static final String NOT_GOT = "() => [...performance.getEntriesByType('resource').filter(asked => asked.responseStatus >= 400"
        + " || asked.responseStatus === 0).map(asked => asked.responseStatus + ' ' + asked.name + ' after ' + Math.round(asked.duration)),"
        + " ...[...document.images].filter(picture => !picture.complete).map(picture => 'waits for ' + picture.src)].join('\\n')";

    private static com.microsoft.playwright.Browser chromium;

    private final List<Page> pages = new ArrayList<>();
    private final List<String> scriptErrors = new ArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        Quick.leavesOut("a browser");
        start();
        pages.clear();
        scriptErrors.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        boolean failed = context.getExecutionException().isPresent();
        // What a script misses because its page is closed before it is whole is nobody's fault.
        pages.stream().filter(page -> !page.isClosed()).forEach(page -> page.context().cookies());
        List<String> errors = List.copyOf(scriptErrors);
        for (int i = 0; i < pages.size(); i++) {
            if (failed) {
                String name = context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName();
                leaveTraces(pages.get(i), name + "-" + (i + 1) + ".png", context.getExecutionException().get());
            }
            close(pages.get(i).context());
        }
        if (!failed && !errors.isEmpty()) {
            throw new AssertionError("Scripts failed: " + errors);
        }
    }

    private static void leaveTraces(Page page, String picture, Throwable failure) throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
        try {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(pictures.resolve(picture)));
            failure.addSuppressed(new AssertionError(page.url() + " has not got:\n" + page.evaluate(NOT_GOT)));
        } catch (PlaywrightException gone) {
            failure.addSuppressed(gone);
        }
    }

    private static void close(BrowserContext context) {
        try {
            context.close();
        } catch (PlaywrightException e) {
            // What a page asks for on its way out is answered by the test on 7.0, which finds it gone.
            if (!e.getMessage().contains("has been closed")) {
                throw e;
            }
        }
    }

    private static synchronized void start() {
        if (chromium == null) {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(executable()).setArgs(ARGUMENTS));
        }
    }

    private static Path executable() {
        String named = System.getenv("RTN_BROWSER");
        return List.of(named == null ? "" : named, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .stream().filter(path -> new File(path).canExecute()).findFirst().map(Path::of)
            .orElseThrow(() -> new IllegalStateException("No Chromium found; bin/test installs one"));
    }

    /** A page of a visitor of their own, with cookies of their own. */
    Page visitor(int width) {
        return visitor(width, true);
    }

    /** @param scripts whether the pages' scripts run */
    Page visitor(int width, boolean scripts) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, 900).setAcceptDownloads(true).setJavaScriptEnabled(scripts));
        // Broadleaf 7.0 logs out whoever leaves a page while its timer asks for the session's length, as fast as a test does.
        // Not where there is no need: a browser whose addresses are looked at keeps no file for the next page.
        if (!"3.1".equals(System.getProperty("rtn.line"))) {
            context.route("**/sessionTimerReset*", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json").setBody("{\"serverSessionTimeoutInterval\": 1800000}")));
        }
        Page page = context.newPage();
        page.setDefaultTimeout(Patience.FOR_ONE_THING.toMillis());
        page.onPageError(scriptErrors::add);
        pages.add(page);
        return page;
    }

    /** Whether something else lies over the middle of it, or it is out of sight. */
    static boolean isCovered(Locator part) {
        return (Boolean) part.evaluate("part => { const box = part.getBoundingClientRect();"
            + " return !part.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)); }");
    }

    /** A picture that browsers fetch only once it is about to be seen, and in Broadleaf 7.0 of what scrolls inside a page, once it is. */
    static Locator looksAt(Locator picture) {
        picture.scrollIntoViewIfNeeded();
        return picture;
    }

    /** Logged in to the storefront, reading it in that language. */
    Page shopper(String email, String language) {
        return shopper(email, language, true);
    }

    /** @param scripts whether the pages' scripts run */
    Page shopper(String email, String language, boolean scripts) {
        Page page = visitor(1200, scripts);
        page.navigate(TestShop.get().siteUrl() + "/login?blLocaleCode=" + language);
        page.fill("#j_username", email);
        page.fill("#j_password", "shopper");
        page.click("main button[type=submit]");
        page.waitForURL("**/account/orders");
        return page;
    }

    /** Logged in to the back office, reading it in that language. */
    Page merchant(String login, String language) {
        return merchantAt(TestShop.get().adminUrl(), login, language);
    }

    /** The same in another shop than the one of most tests. */
    Page merchantAt(String backOffice, String login, String language) {
        Page page = visitor(1400);
        page.navigate(backOffice + "/login");
        logIn(page, login);
        page.navigate(backOffice + "/?blLocaleCode=" + language);
        return page;
    }

    /** On the login of a back office. */
    static void logIn(Page page, String login) {
        page.fill("input[name=j_username], input[name=username]", login);
        page.fill("input[name=j_password], input[name=password]", login);
        page.click("input[type=submit], button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
