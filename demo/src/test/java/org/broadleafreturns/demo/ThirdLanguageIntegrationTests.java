package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop that speaks German too, by its own message files and the property of its languages alone. */
@OwnShops
class ThirdLanguageIntegrationTests {

    private static final String DAY = ".*\\d{1,2}\\. (Januar|Februar|M\u00e4rz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \\d{4}.*";

    @Test
    void shoppersReadAndAreWrittenToInGerman(@TempDir Path folder) throws Exception {
        int base = DemoProcess.freePorts();
        DemoProcess first = DemoProcess.start(base, folder, "--languages", "de");
        try {
            aMerchantWritesGermanWords(
                HttpVisitor.merchantAt("http://localhost:" + (base + 1) + Applications.BACK_OFFICE_PATH, "admin"));
        } finally {
            first.process().destroy();
            first.process().waitFor();
        }
        marksHaveAlwaysHeld(folder);
        DemoProcess shop = DemoProcess.start(base, folder, "--languages", "de");
        try {
            HttpVisitor greta = HttpVisitor.shopperAt("http://localhost:" + base, "greta@example.com");
            String number = gretaAsks(greta);

            Document detail = german(greta.get("/account/returns/" + number));
            assertThat(detail.text()).contains("R\u00fcckgabe " + number, "Zu gro\u00df oder zu klein", "Geld zur\u00fcck", "R\u00fcckgabe angefragt",
                "Wir sehen uns Ihre Anfrage an", "Diese R\u00fcckgabe stornieren").matches(DAY);
            assertThat(german(greta.get("/account/returns")).text()).contains("Meine R\u00fcckgaben", number, "R\u00fcckgabe angefragt");
            assertThat(german(greta.get("/account/returns/R-0")).text()).contains("Das k\u00f6nnen wir nicht finden");

            String subject = "Ihre R\u00fcckgabe " + number + " zur Bestellung PL-4001: Anfrage eingegangen";
            await().untilAsserted(() -> assertThat(page(base, "").select("a").eachText()).contains(subject));
            Document mail = page(base, page(base, "").select("a:containsOwn(Ihre R\u00fcckgabe " + number + ")").attr("href") + "/html");
            assertThat(mail.select("html").attr("lang")).isEqualTo("de");
            assertThat(mail.text()).contains("Guten Tag Greta", "Wir haben Ihre R\u00fcckgabeanfrage erhalten",
                "Diese R\u00fcckgabe in Ihrem Kundenkonto ansehen").doesNotContain("??");
        } finally {
            shop.process().destroyForcibly().waitFor();
        }
    }

    /** Orders that were placed before a mark was made keep what they were promised, and the demo's orders are of days ago. */
    private static void marksHaveAlwaysHeld(Path folder) throws SQLException {
        try (Connection database = DriverManager.getConnection(ShopDatabase.at(folder).url(), "sa", "");
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE RTN_EXCLUSION SET HELD_FROM = NULL WHERE HELD_FROM IS NOT NULL")).isEqualTo(1);
            statement.execute("SHUTDOWN");
        }
    }

    private static void aMerchantWritesGermanWords(HttpVisitor merchant) {
        Document form = Jsoup.parse(merchant.get("/return-reasons/-2").body());
        assertThat(form.text()).contains("Label in English", "Label in French", "Label in German");
        MerchantForm reason = MerchantForm.on(merchant, "/return-reasons/-2");
        assertThat(reason.value("labelDe")).isEmpty();
        // The language is younger than the reason, so it can wait.
        reason.with("sortOrder", "25").save();
        assertThat(MerchantForm.on(merchant, "/return-reasons/-2").value("sortOrder")).isEqualTo("25");
        reason.with("labelDe", "Zu gro\u00df oder zu klein").save();
        assertThat(MerchantForm.on(merchant, "/return-reasons/-2").value("labelDe")).isEqualTo("Zu gro\u00df oder zu klein");
        assertThat(reason.with("labelDe", " ").save().body()).contains("Please fill in this field.");
        MerchantForm.on(merchant, "/refund-types/-1").with("labelDe", "Geld zur\u00fcck").save();

        // What is new is written in every language.
        assertThat(MerchantForm.on(merchant, "/return-reasons/add").with("labelEn", "Ugly").with("labelFr", "Laid").save().body())
            .contains("Please fill in this field.");
        MerchantForm mark = MerchantForm.on(merchant, "/return-exclusions/add").with("kind", "NOT_RETURNABLE").with("product", "8")
            .with("ground", "OTHER").with("groundEn", "Ours").with("groundFr", "\u00c0 nous");
        assertThat(mark.save().body()).contains("Write the grounds, or choose ready ones.");
        mark.with("groundDe", "Die behalten Sie").save();
        merchant.get("/?blLocaleCode=de");
        assertThat(Jsoup.parse(merchant.get("/return-reasons").body()).select("tbody tr[data-link] td:nth-child(1)").eachText())
            .contains("Zu gro\u00df oder zu klein", "I changed my mind");
    }

    /** @return the return's number */
    private static String gretaAsks(HttpVisitor greta) {
        Document form = german(greta.get(FormAddresses.form("PL-4001")));
        assertThat(form.text()).contains("Artikel zur\u00fcckgeben", "bestellt", "bis zum", "Was w\u00fcnschen Sie sich?").matches(DAY);
        assertThat(form.select("select[name^=reason] option").eachText())
            .contains("Bitte w\u00e4hlen", "Zu gro\u00df oder zu klein").as("written in no German").contains("I changed my mind");
        assertThat(form.select("label[for=rtn-refund-type-ORIGINAL_PAYMENT]").text()).isEqualTo("Geld zur\u00fcck");
        assertThat(form.select(".shop-languages a").eachText()).containsExactly("EN", "FR", "DE");
        assertThat(form.select(".shop-languages a[aria-current=true]").attr("href")).isEqualTo("?blLocaleCode=de");
        assertThat(german(greta.get(FormAddresses.form("PL-4002"))).text()).contains("Die behalten Sie");

        Map<String, String> fields = new HashMap<>();
        fields.put("csrfToken", greta.token(FormAddresses.form("PL-4001")));
        Document refused = german(greta.post(FormAddresses.form("PL-4001"), fields));
        assertThat(refused.text()).contains("Es wurde noch nichts abgeschickt.", "W\u00e4hlen Sie mindestens einen Artikel aus.");

        String item = form.select("[name^=quantity]").attr("name").replaceAll("\\D", "");
        fields.putAll(Map.of("quantity[" + item + "]", "1", "reason[" + item + "]", "WRONG_SIZE", "refundType", "ORIGINAL_PAYMENT"));
        String summary = greta.post(FormAddresses.form("PL-4001"), fields).headers().firstValue("Location").orElseThrow();
        assertThat(german(greta.get(summary)).text()).contains("Pr\u00fcfen Sie Ihre Anfrage", "Zu gro\u00df oder zu klein", "Geld zur\u00fcck");
        String sent = greta.post(FormAddresses.below(summary, "/send"), Map.of("csrfToken", fields.get("csrfToken")))
            .headers().firstValue("Location").orElseThrow();
        assertThat(german(greta.get(sent)).text()).contains("Ihre R\u00fcckgabeanfrage ist abgeschickt.");
        return sent.replaceAll(".*/account/returns/([^?;]+).*", "$1");
    }

    private static Document german(HttpResponse<String> answer) {
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.text()).doesNotContain("??", "rtn.");
        return page;
    }

    private static Document page(int base, String path) throws IOException, InterruptedException {
        return Jsoup.parse(HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + (base + 2) + path)).build(),
            HttpResponse.BodyHandlers.ofString()).body());
    }

    /** What the German files do not have is English; what only they had would be nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"rtn/ReturnsMessages", "rtn/ReturnsSiteMessages", "demo/ShopMessages"})
    void theGermanFilesSayNothingThatNobodyAsksFor(String bundle) throws IOException {
        Set<String> german = new TreeSet<>(bundle(bundle + "_de").stringPropertyNames());
        // The labels of choices that are shipped stand in the database, in the languages that are shipped.
        german.removeIf(key -> key.startsWith("rtn.condition.") || key.startsWith("rtn.refusalReason."));
        assertThat(german).isNotEmpty().isSubsetOf(bundle(bundle).stringPropertyNames());
    }

    private static Properties bundle(String name) throws IOException {
        Properties words = new Properties();
        try (InputStream file = ThirdLanguageIntegrationTests.class.getResourceAsStream("/messages/" + name + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}
