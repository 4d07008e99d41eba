package org.broadleafreturns.demo;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code bin/pictures} takes; no test, and run by nothing else. */
@EnabledIfSystemProperty(named = "rtn.pictures", matches = ".+")
class Pictures {

    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final List<Integer> WIDTHS = List.of(320, 400, 800, 1400);
    /** Of the README. */
    private static final int HEIGHT = 760;
    private static final int TELEPHONE = 400;
    private static final int DESK = 1400;

    @RegisterExtension
    final Browser browser = new Browser();

    private final Path folder = Path.of(System.getProperty("rtn.pictures", ""));
    private final EveryPage pages = new EveryPage();

    @Test
    @EnabledIfSystemProperty(named = "rtn.pictures.of", matches = "readme")
    void ofTheReadme() throws IOException {
        Files.createDirectories(folder);
        Page merchant = browser.merchant("admin", "en");
        merchant.setViewportSize(DESK, HEIGHT);
        for (Map.Entry<String, String> picture : Map.of("list", "list", "order", "order-received", "status-form", "status-accepted",
                "status-preview", "status-preview").entrySet()) {
            pages.ofTheBackOffice().get(picture.getValue()).accept(merchant);
            take(merchant, picture.getKey(), false);
        }
        Page shopper = browser.shopper(pages.email(), "en");
        shopper.setViewportSize(DESK, HEIGHT);
        pages.ofTheStorefront().get("return-label-sent").accept(shopper);
        take(shopper, "account", false);
        shopper.setViewportSize(TELEPHONE, HEIGHT);
        pages.ofTheStorefront().get("request").accept(shopper);
        take(shopper, "request", false);
    }

    @Test
    @EnabledIfSystemProperty(named = "rtn.pictures.of", matches = "all")
    void ofAllPages() throws IOException {
        Files.createDirectories(folder);
        String[] only = System.getProperty("rtn.pictures.only", "").split(",");
        for (String language : LANGUAGES) {
            takeAll("admin", browser.merchant("admin", language), pages.ofTheBackOffice(), language, only);
            takeAll("site", browser.shopper(pages.email(), language), pages.ofTheStorefront(), language, only);
            takeAll("site", browser.shopper(pages.emptyEmail(), language), pages.ofTheEmptyAccount(), language, only);
            Page guest = browser.visitor(DESK);
            guest.navigate(TestShop.get().siteUrl() + "/?blLocaleCode=" + language);
            takeAll("site", guest, pages.ofTheGuest(), language, only);
        }
    }

    private void takeAll(String application, Page page, Map<String, Consumer<Page>> shown, String language, String... only) {
        shown.forEach((name, open) -> {
            if (Arrays.stream(only).noneMatch((application + "-" + name)::startsWith)) {
                return;
            }
            for (int width : WIDTHS) {
                page.setViewportSize(width, HEIGHT);
                open.accept(page);
                take(page, application + "-" + name + "-" + language + "-" + width, true);
            }
        });
    }

    private void take(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(whole).setPath(folder.resolve(name + ".png")));
    }
}
