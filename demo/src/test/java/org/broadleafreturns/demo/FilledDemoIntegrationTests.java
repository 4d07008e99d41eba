package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with more returns than its examples. */
@OwnShops
@Tag("long")
class FilledDemoIntegrationTests {

    private static final int RETURNS = 1_000;
    private static final int EXAMPLES = 8;

    @Test
    void aNewShopHasThatManyMoreReturnsAndIsNotFilledTwice(@TempDir Path folder) throws Exception {
        int base = DemoProcess.freePorts();
        DemoProcess shop = DemoProcess.start(base, folder, "--returns", Integer.toString(RETURNS));
        try {
            HttpVisitor merchant = HttpVisitor.merchantAt(backOffice(base), "admin");
            assertThat(total(merchant.get("/returns?view=all").body())).isEqualTo(RETURNS + EXAMPLES);
            String found = merchant.get("/returns?view=all&customerLastName=" + HttpVisitor.encoded("Müller")).body();
            assertThat(total(found)).isBetween(1, RETURNS / 4);

            HttpResponse<String> opened = merchant.get("/returns/"
                + Jsoup.parse(found).select("tr[data-rowid]").attr("data-rowid"));
            assertThat(opened.statusCode()).isEqualTo(302);
            String address = opened.headers().firstValue("Location").orElseThrow().replaceAll("[;#].*", "");
            HttpResponse<String> order = merchant.get(address);
            assertThat(order.statusCode()).isEqualTo(200);
            assertThat(order.body()).contains("SO-1").contains("Müller");

            // What the shop makes from now on is not hindered.
            HttpVisitor john = HttpVisitor.shopperAt("http://localhost:" + base, "john@example.com");
            assertThat(KilledDemoIntegrationTests.ask(john, "PL-2001", 0)).isNotEmpty();
        } finally {
            shop.process().destroyForcibly().waitFor();
        }

        shop = DemoProcess.start(base, folder, "--returns", Integer.toString(RETURNS));
        try {
            assertThat(shop.words()).contains("was there already and stays as it is");
            assertThat(total(HttpVisitor.merchantAt(backOffice(base), "admin").get("/returns?view=all").body()))
                .isEqualTo(RETURNS + EXAMPLES + 1);
        } finally {
            shop.process().destroyForcibly().waitFor();
        }
    }

    private static String backOffice(int base) {
        return "http://localhost:" + (base + 1) + Applications.BACK_OFFICE_PATH;
    }

    private static int total(String list) {
        Document page = Jsoup.parse(list);
        return Integer.parseInt(page.select("[data-totalrecords]").attr("data-totalrecords"));
    }
}
