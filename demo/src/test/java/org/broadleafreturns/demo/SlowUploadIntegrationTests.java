package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Files that come byte by byte, or stop coming. */
class SlowUploadIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final int LENGTH = 500_000;

    @Test
    void aPhotoThatDoesNotComeHoldsNoConnectionToTheDatabase() throws Exception {
        HttpVisitor john = HttpVisitor.shopper(JOHN);
        String order = TestShop.newOrder(JOHN, Map.of(1L, 1));
        String photos = FormAddresses.draft(order, TestShop.draft(order).getToken() + "/photos");

        assertHoldsNothing(TestShop.get().siteContext(), TestShop.get().siteUrl(), photos, "photos",
            john.token(FormAddresses.form(order)), john.cookies());
    }

    @Test
    void norDoesALabel() throws Exception {
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(1L, 1)), 0, 1);

        assertHoldsNothing(TestShop.get().adminContext(), TestShop.get().adminUrl(),
            "/returns/" + request.getNumber() + "/status/preview", "label",
            merchant.token("/order/" + request.getOrder().getId()), merchant.cookies());
    }

    private static void assertHoldsNothing(ConfigurableApplicationContext application, String base, String target, String part, String csrf,
            String cookies) throws IOException {
        HikariDataSource pool = application.getBean("webDS", HikariDataSource.class);
        URI server = URI.create(base);
        String begin = "--x\r\nContent-Disposition: form-data; name=\"csrfToken\"\r\n\r\n" + csrf + "\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nbegin";
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(("POST " + server.getRawPath() + target + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nCookie: " + cookies + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: " + LENGTH
                + "\r\n\r\n" + begin).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            await().until(SlowUploadIntegrationTests::isBeingRead);

            await().untilAsserted(() -> assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());
            assertThat(isBeingRead()).as("still").isTrue();
            TestShop.change(TestShop.request(TestShop.newOrder(JOHN, Map.of(1L, 1)), 0, 1), ReturnStatus.RECEIVED, false);
        }
        await().until(() -> !isBeingRead());
    }

    /** Whether a thread of the server waits for more of a form with files. */
    private static boolean isBeingRead() {
        return Thread.getAllStackTraces().values().stream().anyMatch(stack ->
            Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("parseParts")));
    }
}
