package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who may see and save the settings, and what the page answers. */
class SettingsPageIntegrationTests {

    private static final String PAGE = "/return-settings";

    private final ReturnsSettings storefront = TestShop.get().siteContext().getBean(ReturnsSettings.class);

    @BeforeEach
    @AfterEach
    void asIfNobodyHadSavedAnything() {
        StoredSettings.forget();
    }

    @Test
    void nobodySeesOrSavesThemWithoutLogin() {
        HttpVisitor anonymous = HttpVisitor.inBackOffice();

        HttpResponse<String> answer = anonymous.get(PAGE);
        anonymous.post(PAGE, Map.of("enabled", "false"));

        assertThat(answer.body()).doesNotContain("rtn-settings-form");
        assertThat(answer.headers().firstValue("Location").orElseGet(answer::body)).contains("login");
        assertNothingSaved();
    }

    @Test
    void whoHasNoPermissionIsShutOut() {
        for (String user : List.of("csr", "catalog")) {
            HttpVisitor visitor = HttpVisitor.merchant(user);
            String csrf = visitor.token(user.equals("csr") ? "/order/1" : "/product/1");

            assertThat(visitor.get(PAGE).statusCode()).as(user).isEqualTo(403);
            assertThat(visitor.post(PAGE, Map.of("csrfToken", csrf, "version", "-1")).statusCode()).as(user).isEqualTo(403);
            assertThat(visitor.get("/product").body() + visitor.get("/order").body()).doesNotContain("\"" + PAGE + "\"");
        }
        assertNothingSaved();
    }

    @Test
    void whoMayOnlyLookSeesThemAndCannotSave() {
        HttpVisitor viewer = HttpVisitor.merchant("viewer");

        HttpResponse<String> answer = viewer.get(PAGE);
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("#rtn-settings-form > fieldset[disabled]")).hasSize(1);
        assertThat(page.select("#rtn-settings-form button")).isEmpty();
        Map<String, String> fields = fields(page);
        fields.put("csrfToken", viewer.token(PAGE));
        assertThat(viewer.post(PAGE, fields).statusCode()).isEqualTo(403);
        assertNothingSaved();
    }

    @Test
    void anAdministratorFindsThemInTheMenuAndSavesThem() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        assertThat(Jsoup.parse(admin.get("/returns").body()).select("a[href$=" + PAGE + "]").eachText()).contains("Settings");
        Map<String, String> fields = form(admin);
        fields.remove("enabled");
        fields.put("numberPrefix", "abc");
        fields.put("maximumFileSize", "1,5");
        fields.put("notified", "a@plants.example, b@plants.example\r\nc@plants.example");
        fields.put("formMessage.fr", "<p onclick=\"x()\">Bonjour</p><script>alert(1)</script>");

        HttpResponse<String> answer = admin.post(PAGE, fields);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(PAGE);
        assertThat(storefront.enabled()).isFalse();
        assertThat(storefront.numberPrefix()).isEqualTo("ABC");
        assertThat(storefront.maximumFileSize()).isEqualTo(1572864);
        assertThat(storefront.mail().notified()).containsExactly("a@plants.example", "b@plants.example", "c@plants.example");
        assertThat(storefront.formMessage(Locale.FRENCH)).hasValue("<p>Bonjour</p>");
        Document next = Jsoup.parse(admin.get(PAGE).body());
        assertThat(next.select(".rtn-confirmation").eachText()).containsExactly("The settings were saved and are in force now.");
        assertThat(next.select("[name=formMessage.fr]").text()).isEqualTo("<p>Bonjour</p>");
        assertThat(next.select("[name=enabled][checked]").eachAttr("value")).containsExactly("false");
        assertThat(Jsoup.parse(admin.get(PAGE).body()).select(".rtn-confirmation")).isEmpty();
    }

    @Test
    void whatIsWrongStandsBesideTheInputAndNothingTypedIsLost() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        Map<String, String> fields = form(admin);
        fields.put("windowDays", "thirty");
        fields.put("maximumReturnsPerOrder", "0");
        fields.put("senderAddress", "<b>@\"");
        fields.put("senderName", "My shop");
        fields.remove("enabled");

        HttpResponse<String> answer = admin.post(PAGE, fields);
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("[aria-invalid=true]").eachAttr("name"))
            .containsExactlyInAnyOrder("windowDays", "maximumReturnsPerOrder", "senderAddress");
        assertThat(page.select("#rtn-windowDays-error").text()).isEqualTo("Enter a whole number from 0 to 3,650.");
        assertThat(page.select("[name=windowDays]").attr("value")).isEqualTo("thirty");
        assertThat(page.select("[name=senderAddress]").attr("value")).isEqualTo("<b>@\"");
        assertThat(page.select("[name=senderName]").attr("value")).isEqualTo("My shop");
        assertThat(page.select("[name=enabled][checked]").eachAttr("value")).containsExactly("false");
        assertThat(page.select(".rtn-alert").text()).startsWith("Nothing was saved.");
        assertNothingSaved();
    }

    @Test
    void onlyWhatIsChangedIsStored() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        Map<String, String> fields = form(admin);
        fields.put("numberPrefix", "SET");

        assertThat(admin.post(PAGE, fields).statusCode()).isEqualTo(302);

        assertThat(new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class)).queryForList(
            "select SETTING_NAME from RTN_SETTING where SETTING_NAME not like 'configured.%'", String.class)).containsExactly("numberPrefix");
    }

    @Test
    void thePageSaysWhatOrdersOfBeforeKeep() {
        assertThat(Jsoup.parse(HttpVisitor.merchant("admin").get(PAGE).body()).select("#rtn-windowDays-help").text())
            .contains("takes nothing back from orders of before").contains("counts for all orders at once");
    }

    @Test
    void aStaleFormIsRefusedAndSaysSo() {
        HttpVisitor first = HttpVisitor.merchant("admin");
        Map<String, String> stale = form(first);
        HttpVisitor second = HttpVisitor.merchant("admin");
        Map<String, String> fields = form(second);
        fields.put("numberPrefix", "TWO");
        assertThat(second.post(PAGE, fields).statusCode()).isEqualTo(302);

        stale.put("numberPrefix", "ONE");
        stale.put("senderName", "My shop");
        HttpResponse<String> answer = first.post(PAGE, stale);
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(page.select(".rtn-alert").text()).startsWith("Somebody else has changed the settings");
        assertThat(page.select("[name=senderName]").attr("value")).isEqualTo("My shop");
        assertThat(storefront.numberPrefix()).isEqualTo("TWO");
        assertThat(first.post(PAGE, stale).statusCode()).isEqualTo(409);
    }

    @Test
    void nothingIsSavedWithoutTheTokenOfTheSession() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        Map<String, String> fields = form(admin);
        fields.remove("csrfToken");

        assertThat(admin.post(PAGE, fields).statusCode()).isGreaterThanOrEqualTo(400);
        assertNothingSaved();
    }

    @Test
    void theGenericFormsOfThePlatformCannotChangeThem() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        Map<String, String> fields = form(admin);
        fields.put("numberPrefix", "SET");
        assertThat(admin.post(PAGE, fields).statusCode()).isEqualTo(302);
        String stored = "org.broadleafreturns.core.storedsettings.StoredSettings";

        for (String address : List.of(PAGE + "/0", PAGE + "/add", PAGE + "/0/delete", "/" + stored + "/0",
                "/" + stored + "/0/delete")) {
            admin.post(address, Map.of("csrfToken", fields.get("csrfToken"), "id", "0", "entityType", stored,
                "ceilingEntityClassname", stored, "fields['numberPrefix'].value", "BAD"));
            assertThat(admin.get(address).statusCode()).as(address).isGreaterThanOrEqualTo(400);
        }
        assertThat(storefront.numberPrefix()).isEqualTo("SET");
    }

    /** The page's form as it would be sent untouched. */
    private static Map<String, String> form(HttpVisitor merchant) {
        Map<String, String> fields = fields(Jsoup.parse(merchant.get(PAGE).body()));
        fields.put("csrfToken", merchant.token(PAGE));
        return fields;
    }

    private static Map<String, String> fields(Document page) {
        Map<String, String> fields = new HashMap<>();
        for (Element input : page.select("#rtn-settings-form input, #rtn-settings-form textarea")) {
            boolean unchosen = input.attr("type").matches("checkbox|radio") && !input.hasAttr("checked");
            if (!unchosen && !input.attr("name").equals("stateVersionToken")) {
                fields.put(input.attr("name"), input.val());
            }
        }
        return fields;
    }

    private static void assertNothingSaved() {
        assertThat(TestShop.bean(MerchantSettingsService.class).version()).isEqualTo(MerchantSettingsService.NEVER_SAVED);
    }
}
