package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as its start script runs it, that keeps its shop in a folder and is killed. */
@OwnShops
@Tag("long")
class KilledDemoIntegrationTests {

    private static final String JOHN = "john@example.com";

    @Test
    void whatWasAnsweredIsThereAfterAKillAndMailsGoOut(@TempDir Path folder) throws Exception {
        int base = DemoProcess.freePorts();
        String site = "http://localhost:" + base;
        String sent;
        Process shop = DemoProcess.start(base, folder).process();
        try {
            sent = ask(site, "PL-2001", 0);
        } finally {
            // At once: the mail is on its way, and the file is not closed.
            shop.destroyForcibly().waitFor();
        }

        shop = DemoProcess.start(base, folder).process();
        try {
            assertThat(HttpVisitor.shopperAt(site, JOHN).get("/account/returns/" + sent).statusCode()).isEqualTo(200);
            String another = ask(site, "PL-2001", 1);
            await().untilAsserted(() -> assertThat(mails(base)).contains(another));
        } finally {
            shop.destroyForcibly().waitFor();
        }
    }

    /** @return the return's number */
    private static String ask(String site, String order, int line) {
        return ask(HttpVisitor.shopperAt(site, JOHN), order, line);
    }

    /** @return the return's number */
    static String ask(HttpVisitor john, String order, int line) {
        List<String> quantities = Jsoup.parse(john.get(FormAddresses.form(order)).body()).select("[name^=quantity]").eachAttr("name");
        String item = quantities.get(line).replaceAll("\\D", "");
        HttpResponse<String> answer = john.askToReturn(order,
            Map.of("quantity[" + item + "]", "1", "reason[" + item + "]", "CHANGED_MIND", "refundType", "ORIGINAL_PAYMENT"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/account/returns/([^?;]+).*", "$1");
    }

    private static String mails(int base) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + (base + 2))).build(),
            HttpResponse.BodyHandlers.ofString()).body();
    }
}
