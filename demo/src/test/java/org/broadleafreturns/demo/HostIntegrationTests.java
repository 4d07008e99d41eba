package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo's two applications protect whatever modules they have. */
class HostIntegrationTests {

    private static final Map<String, String> JOHN = Map.of("j_username", "john@example.com", "j_password", "shopper");
    private static final Map<String, String> ADMIN = Map.of("j_username", "admin", "j_password", "admin", "username", "admin",
        "password", "admin");

    /** Whoever knows a visitor's session before the login does not know it afterwards. */
    @Test
    void aLoginChangesTheSession() {
        for (boolean backOffice : List.of(false, true)) {
            HttpVisitor visitor = backOffice ? HttpVisitor.inBackOffice() : HttpVisitor.onSite();
            String before = session(visitor, "/login");

            HttpResponse<String> answer = login(visitor, backOffice, Map.of());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(session(visitor, "/")).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "///evil.example", "/\\evil.example", "/\t/evil.example", "\\\\evil.example",
        "https://evil.example", "https:evil.example", "//localhost", "//evil"})
    void aLoginLeadsToNoOtherSite(String target) {
        Map<String, String> tricks = Map.of("successUrl", target, "failureUrl", target);
        Map<String, String> wrong = new HashMap<>(tricks);
        wrong.putAll(Map.of("j_password", "wrong", "password", "wrong"));
        for (boolean backOffice : List.of(false, true)) {
            String base = backOffice ? TestShop.get().adminUrl() : TestShop.get().siteUrl();
            for (Map<String, String> fields : List.of(tricks, wrong)) {
                assertLocal(base, login(backOffice ? HttpVisitor.inBackOffice() : HttpVisitor.onSite(), backOffice, fields));
            }
        }
        // The back office goes to where somebody wanted to before the login.
        HttpVisitor visitor = HttpVisitor.inBackOffice();
        visitor.get("/order?successUrl=" + HttpVisitor.encoded(target));
        assertLocal(TestShop.get().adminUrl(), login(visitor, true, Map.of()));
    }

    private static void assertLocal(String base, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).satisfiesAnyOf(own -> assertThat(own).startsWith(base + "/"), own -> assertThat(own).isEqualTo(base),
            own -> assertThat(own).matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*"));
    }

    @Test
    void aLoginLeadsOnWithinTheShop() {
        HttpResponse<String> answer = login(HttpVisitor.onSite(), false, Map.of("successUrl", "/account/returns?page=2"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/account/returns?page=2");
    }

    @Test
    void browsersAreToldWhatAnAnswerMayBeUsedFor() {
        HttpVisitor anonymous = HttpVisitor.onSite();
        HttpVisitor admin = HttpVisitor.merchant("admin");
        HttpVisitor john = HttpVisitor.shopper("john@example.com");

        List.of("/", "/login", "/account/returns", "/nowhere", "/img/nothing.svg").forEach(page -> assertProtected(anonymous.get(page)));
        List.of("/account/orders", "/account/returns").forEach(page -> assertProtected(john.get(page)));
        List.of("/login", "/img/nothing.svg").forEach(page -> assertProtected(HttpVisitor.inBackOffice().get(page)));
        List.of("/returns", "/return-settings", "/nowhere").forEach(page -> assertProtected(admin.get(page)));
    }

    private static void assertProtected(HttpResponse<String> answer) {
        HttpHeaders headers = answer.headers();
        String page = answer.uri().toString();
        assertThat(headers.allValues("X-Content-Type-Options")).as(page).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).as(page).containsExactly("SAMEORIGIN");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).as(page).contains("frame-ancestors 'self'");
        assertThat(headers.allValues("Referrer-Policy")).as(page).containsExactly("same-origin");
    }

    @Test
    void theBackOfficeIsAlsoFoundWhereOthersAre() {
        HttpVisitor admin = HttpVisitor.merchant("admin");

        String server = TestShop.get().adminUrl().replaceFirst("(?<=\\d)/.*", "");
        HttpResponse<String> answer = admin.get(server + "/admin");

        assertThat(answer.statusCode()).isEqualTo(302);
        HttpResponse<String> first = admin.get(answer.headers().firstValue("Location").map(to -> to.startsWith("/") ? server + to : to).orElseThrow());
        assertThat(first.statusCode()).isIn(200, 302);
    }

    @Test
    void aSectionThatThereIsNotIsNotFound() {
        HttpResponse<String> answer = HttpVisitor.merchant("admin").get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Leaks.in(answer.body())).isFalse();
    }

    @Test
    void shoppersReadTheShopInTheirOwnLanguageUntilTheyChooseAnother() {
        HttpVisitor marie = HttpVisitor.shopper("marie@example.com");

        assertThat(Jsoup.parse(marie.get("/account/returns").body()).title()).contains("Mes retours");
        assertThat(Jsoup.parse(marie.get("/account/returns?blLocaleCode=en").body()).title()).contains("My returns");
        assertThat(Jsoup.parse(marie.get("/account/returns").body()).title()).contains("My returns");
        assertThat(Jsoup.parse(HttpVisitor.shopper("john@example.com").get("/account/returns").body()).title()).contains("My returns");
        HttpVisitor john = HttpVisitor.onSite();
        john.get("/?blLocaleCode=fr");
        login(john, false, Map.of());
        assertThat(Jsoup.parse(john.get("/account/returns").body()).title()).contains("Mes retours");
    }

    private static HttpResponse<String> login(HttpVisitor visitor, boolean backOffice, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(backOffice ? ADMIN : JOHN);
        fields.putAll(more);
        fields.put("csrfToken", visitor.token("/login"));
        return visitor.post(backOffice ? "/login_admin_post" : "/login_post.htm", fields);
    }

    private static String session(HttpVisitor visitor, String page) {
        visitor.get(page);
        return visitor.cookies().replaceAll("(?s).*?((?:ADMIN|SITE)SESSION=[^;]*).*", "$1");
    }
}
