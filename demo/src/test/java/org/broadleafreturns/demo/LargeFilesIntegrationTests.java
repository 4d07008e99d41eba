package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.input.NullInputStream;
import org.broadleafreturns.demo.HttpVisitor.Upload;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Photos that together are larger than the memory of the shop, sent and fetched at the same time. */
@OwnShops
class LargeFilesIntegrationTests {

    private static final int SHOPPERS = 8;
    /** Just below what the server of either line takes. */
    private static final int SIZE = 60 * 1024 * 1024;

    @Test
    void theirBytesAreNeverAllInMemory() throws Exception {
        TestDatabase database = RealShop.newDatabase(TestDatabase.Server.POSTGRESQL);
        try (ScriptedMailServer mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
                ShopNode node = ShopNode.start(database, true, mails.port(), 10,
                    List.of("-Xmx384m", "-Dreturns.file.max-size=" + SIZE)).awaitReady()) {
            String shop = node.ask("address");
            // Each is somebody else: the platform lets nobody send two forms at once.
            List<Callable<Long>> shoppers = new ArrayList<>();
            for (int shopper = 0; shopper < SHOPPERS; shopper++) {
                String email = "shopper" + shopper + "@example.com";
                node.ask("customer " + email);
                String order = node.ask("order " + email + " 1=1");
                shoppers.add(() -> sentAndFetched(shop, email, order));
            }
            List<Long> received = AtOnce.run(shoppers);

            assertThat(received).hasSize(SHOPPERS).containsOnly((long) SIZE);
        }
    }

    private static long sentAndFetched(String shop, String email, String order) {
        HttpVisitor visitor = HttpVisitor.shopperAt(shop, email);
        String form = FormAddresses.form(order);
        String item = Jsoup.parse(visitor.get(form).body()).select("[name^=quantity]").attr("name").replaceAll("\\D", "");
        String token = visitor.token(form);
        String photos = visitor.post(form, Map.of("csrfToken", token, "add", "true", "quantity[" + item + "]", "1"))
            .headers().firstValue("Location").orElseThrow();
        HttpResponse<String> sent = visitor.uploadStream(photos, token, Map.of(),
            new Upload("photos", "huge.png", "image/png", TestShop.PNG), LargeFilesIntegrationTests::rest);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String edit = sent.headers().firstValue("Location").orElseThrow();
        String photo = Jsoup.parse(visitor.get(edit).body()).select("img.rtn-photo").attr("src");
        return visitor.download(photo);
    }

    private static InputStream rest() {
        return new NullInputStream(SIZE - TestShop.PNG.length);
    }
}
