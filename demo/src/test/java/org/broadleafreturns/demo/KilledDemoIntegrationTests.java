package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as its start script runs it, that keeps its shop in a folder and is killed. */
class KilledDemoIntegrationTests {

    private static final String JOHN = "john@example.com";

    @Test
    void whatWasAnsweredIsThereAfterAKillAndMailsGoOut(@TempDir Path folder) throws Exception {
        int base = freePorts();
        String site = "http://localhost:" + base;
        String sent;
        Process shop = start(base, folder);
        try {
            sent = ask(site, "PL-2001", 0);
        } finally {
            // At once: the mail is on its way, and the file is not closed.
            shop.destroyForcibly().waitFor();
        }

        shop = start(base, folder);
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
        HttpVisitor john = HttpVisitor.shopperAt(site, JOHN);
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

    private static Process start(int base, Path folder) throws IOException {
        Process shop = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
            "-Duser.timezone=UTC", "-Dnet.sf.ehcache.skipUpdateCheck=true", "-Dfile.encoding=UTF-8",
            "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Main.class.getName(), "--port-base", Integer.toString(base), "--data", folder.toString()).redirectErrorStream(true).start();
        StringBuilder words = new StringBuilder();
        BufferedReader said = new BufferedReader(new InputStreamReader(shop.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            words.append(line).append('\n');
            if (line.contains("The demo shop is open")) {
                Thread reader = new Thread(() -> said.lines().forEach(rest -> { }), "words of the demo");
                reader.setDaemon(true);
                reader.start();
                return shop;
            }
        }
        throw new IllegalStateException("The demo does not start:\n" + words);
    }

    /** Three in a row that are free just now. */
    private static int freePorts() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            try (ServerSocket first = new ServerSocket(0)) {
                int base = first.getLocalPort();
                try (ServerSocket second = new ServerSocket(base + 1); ServerSocket third = new ServerSocket(base + 2)) {
                    return base;
                } catch (IOException taken) {
                    continue;
                }
            }
        }
        throw new IllegalStateException("No free ports");
    }
}
