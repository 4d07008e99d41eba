package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.broadleafreturns.demo.HttpVisitor.Upload;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Forms that no person fills in: what one costs is bounded, and what it gets for an answer. */
class HostileFormIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;
    private static final int MEGABYTE = 1024 * 1024;
    private static final long MOST_MEMORY = 32 * MEGABYTE;
    private static final long MOST_SECONDS = 2;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final HttpVisitor john = HttpVisitor.shopper(JOHN);
    private final String order = TestShop.newOrder(JOHN, Map.of(FERN, 3));
    private final Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
    private final String form = FormAddresses.form(order);
    private final String csrf = john.token(form);

    @Test
    void aFormWithALongBoundaryIsAnswered() {
        String boundary = "x".repeat(5000);
        byte[] body = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--" + boundary + "--\r\n")
            .getBytes(StandardCharsets.US_ASCII);
        for (String base : List.of(TestShop.get().siteUrl(), TestShop.get().adminUrl())) {
            for (String path : List.of("/", "/login", "/account/returns/new")) {
                assertThat(RawHttp.send(base, "POST", path,
                    Map.of("Content-Type", "multipart/form-data; boundary=" + boundary), body).status()).as(path).isNotZero();
            }
        }
    }

    @Test
    void aFormOfNothingButPartsIsReadNowhere() {
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=x", "Cookie", john.cookies());
        String target = upload();

        for (String name : List.of("", "a")) {
            byte[] body = parts(name, 62 * MEGABYTE);
            RawHttp.Answer elsewhere =
                bounded(() -> RawHttp.send(TestShop.get().siteUrl(), "POST", "/?csrfToken=" + csrf, headers, body), RawHttp.Answer::text);
            assertThat(elsewhere.status()).isIn(413, 0);
        }
        byte[] body = parts("a", 62 * MEGABYTE);
        bounded(() -> RawHttp.send(TestShop.get().siteUrl(), "POST", target + "?csrfToken=" + csrf, headers, body), RawHttp.Answer::text);
    }

    @Test
    void ofFifteenHundredPhotosNoneIsLookedAtAndOneSentenceSaysSo() {
        List<Upload> photos = Collections.nCopies(1500, new Upload("photos", "a.png", "image/png", TestShop.PNG));
        String target = upload();
        int before = ReturnTables.count("RTN_DOCUMENT");

        HttpResponse<String> answer = bounded(() -> john.upload(target, csrf, Map.of(), photos), HttpResponse::body);

        assertThat(answer.statusCode()).isEqualTo(302);
        Document page = Jsoup.parse(john.get(path(answer)).body());
        assertThat(page.select("#rtn-photo-errors .rtn-error")).hasSize(1);
        assertThat(ReturnTables.count("RTN_DOCUMENT")).isEqualTo(before);
    }

    @Test
    void nineThousandInputsForWhatIsNotInTheOrderGetOneSentence() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("csrfToken", csrf));
        for (int made = 1; made <= 9000; made++) {
            fields.put("quantity[" + 1_000_000_000L * made + "]", "two");
        }

        HttpResponse<String> answer = bounded(() -> john.post(form, fields), HttpResponse::body);

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.body()).hasSizeLessThan(LONGEST_ANSWER);
        if (answer.statusCode() == 422) {
            assertThat(Jsoup.parse(answer.body()).select(".rtn-error-summary li")).hasSize(1);
        }
    }

    @Test
    void aCommentOfMegabytesIsTooLongAndComesBackShort() {
        Map<String, String> fields = Map.of("csrfToken", csrf, "quantity[" + item + "]", "1", "reason[" + item + "]", "OTHER",
            "refundType", "EXCHANGE", "comment", "é".repeat(300_000));

        HttpResponse<String> answer = bounded(() -> john.post(form, fields), HttpResponse::body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#rtn-comment-error")).hasSize(1);
        assertThat(answer.body()).hasSizeLessThan(LONGEST_ANSWER);
    }

    @Test
    void linesAreTakenFromNoFormWithFiles() {
        HttpResponse<String> answer = john.upload(form, csrf, Map.of("quantity[" + item + "]", "1", "reason[" + item + "]", "OTHER",
            "refundType", "EXCHANGE"), List.of());

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(ReturnTables.count("RTN_DRAFT d join BLC_ORDER o on o.ORDER_ID = d.ORDER_ID where o.ORDER_NUMBER = '" + order + "'"))
            .isZero();
    }

    /** The server of the demo reads ten parts of a form with files; two for each line were more. */
    @Test
    void anOrderOfManyLinesIsReturnedAsAWholeWithNinePhotosAtOnce() {
        String large = TestShop.newOrder(JOHN, Map.of(1L, 1, 2L, 1, 3L, 1, 4L, 1, 5L, 1, 6L, 1));
        Map<String, String> fields = new LinkedHashMap<>(Map.of("csrfToken", csrf, "refundType", "EXCHANGE", "add", "true"));
        Jsoup.parse(john.get(FormAddresses.form(large)).body()).select("[name^=quantity]").eachAttr("name").forEach(name -> {
            fields.put(name, "1");
            fields.put(name.replace("quantity", "reason"), "OTHER");
        });
        assertThat(fields).hasSizeGreaterThan(12);

        String photos = path(john.post(FormAddresses.form(large), fields));
        HttpResponse<String> nine = john.upload(photos, csrf, Map.of(), new ArrayList<>(Collections.nCopies(9,
            new Upload("photos", "a.png", "image/png", TestShop.PNG))));

        // Of which five are as many as a return can have.
        assertThat(Jsoup.parse(john.get(path(nine)).body()).select("img.rtn-photo")).hasSize(5);
        fields.remove("add");
        String summary = path(john.post(photos.replace("/photos", ""), fields));
        assertThat(john.post(FormAddresses.below(summary, "/send"), Map.of("csrfToken", csrf)).headers().firstValue("Location").orElse(""))
            .contains("/account/returns/R");
    }

    private String upload() {
        return path(john.post(form, Map.of("csrfToken", csrf, "add", "true"))).replaceAll("\\?.*", "");
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()))
            .replaceAll("^https?://[^/]+", "").replaceAll("[;#].*", "");
    }

    private static byte[] parts(String name, int size) {
        byte[] part = ("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream body = new ByteArrayOutputStream(size + part.length);
        while (body.size() < size) {
            body.writeBytes(part);
        }
        return body.toByteArray();
    }

    /** What the server's threads spend on a request. */
    private static <T> T bounded(Supplier<T> request, Function<T, String> body) {
        Spent before = Spent.byTheServer();
        T answer = request.get();
        Spent after = Spent.byTheServer();
        assertThat(after.bytes() - before.bytes()).as("bytes").isLessThan(MOST_MEMORY);
        assertThat((after.nanos() - before.nanos()) / 1e9).as("seconds of processor time").isLessThan(MOST_SECONDS);
        assertThat(body.apply(answer)).isNotNull();
        return answer;
    }

    private record Spent(long bytes, long nanos) {

        static Spent byTheServer() {
            com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long[] http = Arrays.stream(threads.dumpAllThreads(false, false)).filter(thread -> thread.getThreadName().startsWith("http-nio"))
                .mapToLong(java.lang.management.ThreadInfo::getThreadId).toArray();
            return new Spent(Arrays.stream(threads.getThreadAllocatedBytes(http)).sum(), Arrays.stream(threads.getThreadCpuTime(http)).sum());
        }
    }
}
