package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.demo.HttpVisitor.Upload;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.util.ReflectionTestUtils;

/** The request form, its summary and its photos, as a browser without scripts sends them. */
class RequestFormIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;
    private static final byte[] PNG = Base64.getDecoder().decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNQaHD436AAAAhkAoBLTwO0AAAAAElFTkSuQmCC");
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    private static final byte[] HTML = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

    private final HttpVisitor john = HttpVisitor.shopper(JOHN);
    private final String order = TestShop.newOrder(JOHN, Map.of(FERN, 3));
    private final Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
    private final String form = FormAddresses.form(order);
    private final String csrf = john.token(form);

    @Test
    void theWholePathWorksWithoutAScript() {
        HttpResponse<String> entered = send(form, fields("2", "They <b>wilted</b>"), photo("crack.png", PNG), photo("b.webp", WEBP));
        String summary = location(entered, 302);
        Document shown = page(summary);
        assertThat(shown.select("main").text()).contains("Boston fern", "They <b>wilted</b>", "Another reason", "Exchange");
        assertThat(shown.select("img.rtn-photo")).hasSize(2);
        assertThat(john.get(shown.select("img.rtn-photo").get(1).attr("src")).headers().firstValue("Content-Type"))
            .hasValue("image/webp");
        assertThat(returnsOfTheOrder()).isEmpty();

        Document back = page(shown.select("#rtn-back").attr("href"));
        assertThat(back.select("input[name='quantity[" + item + "]']").val()).isEqualTo("2");
        assertThat(back.select("#rtn-comment").text()).isEqualTo("They <b>wilted</b>");
        assertThat(back.select("#rtn-refund-type input[checked]").val()).isEqualTo("EXCHANGE");
        assertThat(back.select("img.rtn-photo")).hasSize(2);

        HttpResponse<String> sent = john.post(below(summary, "/send"), Map.of("csrfToken", csrf));
        String confirmation = location(sent, 302);
        assertThat(confirmation).contains("/account/returns/R");
        Document detail = page(confirmation);
        assertThat(detail.select("main .rtn-banner")).hasSize(1);
        assertThat(detail.select("main img.rtn-photo")).hasSize(2);
        HttpResponse<String> photo = john.get(detail.select("main img.rtn-photo").attr("src"));
        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(photo.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(photo.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(photo.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(photo.headers().firstValue("Cache-Control").orElse("")).contains("private", "no-store");
        assertThat(HttpVisitor.shopper("marie@example.com").get(detail.select("main img.rtn-photo").attr("src")).statusCode())
            .isEqualTo(404);
        assertThat(ReturnTables.count("RTN_DRAFT where TOKEN = '" + token(summary) + "'")).isZero();
    }

    @Test
    void merchantsSeePhotosWithThePermissionOnlyAndOnlyThroughTheirReturn() {
        String summary = location(send(form, fields("1", ""), photo("a.png", PNG)), 302);
        String number = location(john.post(below(summary, "/send"), Map.of("csrfToken", csrf)), 302).replaceAll(".*/", "");
        Long photo = inTransaction(() -> bean(ReturnLookup.class).byNumber(number).orElseThrow().getPhotos().get(0).getId());
        String other = TestShop.request(order, 0, 1).getNumber();

        HttpResponse<String> seen = HttpVisitor.merchant("viewer").get("/returns/" + number + "/photos/" + photo);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(seen.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(seen.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(HttpVisitor.merchant("viewer").get("/returns/" + other + "/photos/" + photo).statusCode()).isEqualTo(404);
        assertThat(HttpVisitor.merchant("catalog").get("/returns/" + number + "/photos/" + photo).statusCode()).isEqualTo(403);
        assertThat(john.get("/account/returns/" + other + "/photos/" + photo).statusCode()).isEqualTo(404);
    }

    @Test
    void aDraftWorksOnceAndLeadsToItsReturnAfterwards() {
        String summary = location(send(form, fields("1", "")), 302);
        String first = location(john.post(below(summary, "/send"), Map.of("csrfToken", csrf)), 302);

        String second = location(john.post(below(summary, "/send"), Map.of("csrfToken", csrf)), 302);

        assertThat(second).isEqualTo(first);
        assertThat(returnsOfTheOrder()).hasSize(1);
        assertThat(location(john.get(summary), 302)).isEqualTo(first);
        assertThat(location(john.get(below(summary, "/edit")), 302)).isEqualTo(first);
    }

    @Test
    void nobodyElsesDraftCanBeSeenChangedOrSent() {
        String summary = location(send(form, fields("1", "private"), photo("a.png", PNG)), 302);
        String photo = page(summary).select("img.rtn-photo").attr("src");
        HttpVisitor marie = HttpVisitor.shopper("marie@example.com");
        String mariesForm = FormAddresses.form("PL-1001");
        String mariesToken = marie.token(mariesForm);
        String throughHerOrder = FormAddresses.draft("PL-1001", token(summary));

        for (String address : List.of(summary, below(summary, "/edit"), below(summary, "/photos"), photo, throughHerOrder,
                below(throughHerOrder, "/edit"), below(throughHerOrder, "/photos"), photo.replace(order, "PL-1001"))) {
            HttpResponse<String> answer = marie.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(answer.body()).as(address).doesNotContain("private");
        }
        for (String address : List.of(summary, below(summary, "/send"), below(throughHerOrder, "/send"))) {
            assertThat(marie.post(address, Map.of("csrfToken", mariesToken, "comment", "stolen")).statusCode()).as(address)
                .isEqualTo(404);
        }
        marie.post(throughHerOrder, Map.of("csrfToken", mariesToken, "comment", "stolen", "add", "true"));
        assertThat(page(summary).select("main").text()).contains("private").doesNotContain("stolen");
        assertThat(returnsOfTheOrder()).isEmpty();
    }

    @Test
    void aDraftBelongsToItsOrderToo() {
        String summary = location(send(form, fields("1", "")), 302);
        String other = TestShop.newOrder(JOHN, Map.of(FERN, 1));

        assertThat(john.get(summary.replace(order, other)).statusCode()).isEqualTo(404);
        assertThat(john.post(below(summary.replace(order, other), "/send"), Map.of("csrfToken", csrf)).statusCode()).isEqualTo(404);
    }

    /** Whatever a page has asked before it asks for a draft. */
    @Test
    void aDraftIsFoundTogetherWithItsCustomerAndItsOrderOnly() {
        ReturnDraftService drafts = bean(ReturnDraftService.class);
        String token = TestShop.draft(order, "a.png").getToken();
        Long johns = TestShop.wish(order, 0, 1, null).customerId();
        Long maries = TestShop.wish("PL-1001", 0, 1, null).customerId();
        List<PhotoFile> more = List.of(new PhotoFile("b.png", new ByteArrayResource(PNG)));

        assertThat(drafts.find(order, johns, token)).isPresent();
        assertThat(drafts.find(order, maries, token)).isEmpty();
        assertThat(drafts.find("PL-1001", johns, token)).isEmpty();
        assertThat(drafts.find("PL-1001", maries, token)).isEmpty();
        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> drafts.addPhotos(order, maries, token, more));
        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> drafts.removePhoto(order, maries, token, 1L));
        assertThatExceptionOfType(ReturnNotFoundException.class)
            .isThrownBy(() -> drafts.send("PL-1001", maries, token, java.util.Locale.ENGLISH));
    }

    @Test
    void aFileThatIsNoPhotoIsNamedAndNothingElseIsLost() {
        Document photos = page(location(add(form, fields("2", "keep me"), photo("good.png", PNG), photo("../evil.jpg", HTML),
            photo("empty.png", new byte[0])), 302));

        assertThat(photos.select("#rtn-photo-errors .rtn-error").eachText()).containsExactly(
            "The file “evil.jpg” is not a photo that we accept. Choose a JPEG, PNG or WebP file.",
            "The file “empty.png” is empty. Choose a photo as a JPEG, PNG or WebP file.");
        assertThat(photos.select("img.rtn-photo").attr("alt")).isEqualTo("good.png");

        Document page = page(photos.select("#rtn-back").attr("href").replaceAll("#.*", ""));
        assertThat(page.select("input[name='quantity[" + item + "]']").val()).isEqualTo("2");
        assertThat(page.select("#rtn-comment").text()).isEqualTo("keep me");
        String summary = location(send(page.select("#rtn-request-form").attr("action"), fields("2", "keep me")), 302);
        assertThat(page(summary).select("img.rtn-photo")).hasSize(1);
    }

    @Test
    void aLabelsTypeIsNoPhoto() {
        Document photos = page(location(add(form, fields("1", ""), photo("a.jpg", "%PDF-1.4\n%%EOF".getBytes())), 302));

        assertThat(photos.select("#rtn-photo-errors").text()).contains("not a photo that we accept");
    }

    @Test
    void aPhotoBeyondTheLimitIsNamedAndTheOthersAreKept() {
        byte[] large = Arrays.copyOf(PNG, 10 * 1024 * 1024 + 1);

        Document page = page(location(add(form, fields("1", ""), photo("large.png", large), photo("small.png", PNG)), 302));

        assertThat(page.select("#rtn-photo-errors .rtn-error").text())
            .isEqualTo("The file “large.png” is too large. A photo can have at most 10 MB.");
        assertThat(page.select("img.rtn-photo").attr("alt")).isEqualTo("small.png");
    }

    @Test
    void anUploadThatTheServerDoesNotReadLeadsBackWithAMessage() {
        byte[] huge = Arrays.copyOf(PNG, 70 * 1024 * 1024);

        HttpResponse<String> answer = add(form, fields("2", "kept before"), photo("huge.png", huge));

        Document page = page(location(answer, 302));
        assertThat(page.select("#rtn-photo-errors .rtn-error").text()).contains("at most 10 MB");
        Document back = page(page.select("#rtn-back").attr("href").replaceAll("#.*", ""));
        assertThat(back.select("#rtn-comment").text()).isEqualTo("kept before");
    }

    @Test
    void aSixthPhotoIsNotTakenAndOneThatIsRemovedMakesRoom() {
        Upload[] six = new Upload[6];
        for (int i = 0; i < six.length; i++) {
            six[i] = photo("p" + i + ".png", PNG);
        }
        Document photos = page(location(add(form, fields("1", ""), six), 302));
        assertThat(photos.select("#rtn-photo-errors .rtn-error").text())
            .isEqualTo("“p5.png” was not added, because a request can have at most 5 photos.");
        assertThat(photos.select("img.rtn-photo").eachAttr("alt")).containsExactly("p0.png", "p1.png", "p2.png", "p3.png", "p4.png");
        assertThat(photos.select("#rtn-photo-files")).isEmpty();
        int before = ReturnTables.count("RTN_DOCUMENT");
        Document page = page(photos.select("#rtn-back").attr("href").replaceAll("#.*", ""));
        assertThat(page.select("#rtn-add-photos")).isEmpty();

        Map<String, String> fields = new java.util.HashMap<>(fields("two", "still here"));
        fields.put("remove", page.select("button[name=remove]").get(1).val());
        String edit = location(enter(page.select("#rtn-request-form").attr("action"), fields), 302);

        Document after = page(edit);
        assertThat(after.select("img.rtn-photo").eachAttr("alt")).containsExactly("p0.png", "p2.png", "p3.png", "p4.png");
        assertThat(after.select("#rtn-add-photos")).hasSize(1);
        assertThat(after.select("input[name='quantity[" + item + "]']").val()).isEqualTo("two");
        assertThat(after.select("#rtn-comment").text()).isEqualTo("still here");
        assertThat(ReturnTables.count("RTN_DOCUMENT")).isEqualTo(before - 1);
    }

    @Test
    void whatWasPossibleAtTheSummaryIsCheckedAgainWhenItIsSent() {
        String summary = location(send(form, fields("3", "all of them"), photo("a.png", PNG)), 302);
        TestShop.request(order, 0, 1);

        HttpResponse<String> answer = john.post(below(summary, "/send"), Map.of("csrfToken", csrf));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("At most 2 can still be returned", "all of them");
        assertThat(Jsoup.parse(answer.body()).select("img.rtn-photo")).hasSize(1);
        assertThat(returnsOfTheOrder()).hasSize(1);
    }

    @Test
    void sendingNeedsTheTokenOfTheSession() {
        String summary = location(send(form, fields("1", "")), 302);

        assertThat(john.post(below(summary, "/send"), Map.of()).statusCode()).isEqualTo(403);
        assertThat(john.upload(below(summary, "/photos"), "wrong", Map.of(), List.of(photo("a.png", PNG))).statusCode()).isEqualTo(403);
        assertThat(returnsOfTheOrder()).isEmpty();
    }

    @Test
    void aCustomersOldestDraftsGoWithTheirPhotosAndNobodyElses() {
        String emmas = location(send(form, fields("1", "the first"), photo("a.png", PNG)), 302);
        String key = ReturnTables.database().queryForObject("select d.STORAGE_KEY from RTN_DOCUMENT d join RTN_DRAFT_PHOTO p"
            + " on p.DOCUMENT_ID = d.DOCUMENT_ID join RTN_DRAFT r on r.DRAFT_ID = p.DRAFT_ID where r.TOKEN = ?", String.class,
            token(emmas));

        for (int i = 0; i < 10; i++) {
            location(send(form, fields("1", "number " + i)), 302);
        }

        assertThat(john.get(emmas).statusCode()).isEqualTo(404);
        assertThat(ReturnTables.count("RTN_DOCUMENT_CHUNK where STORAGE_KEY = '" + key + "'")).isZero();
        assertThat(ReturnTables.count("RTN_DRAFT d join BLC_CUSTOMER c on c.CUSTOMER_ID = d.CUSTOMER_ID where c.USER_NAME = '" + JOHN + "'"))
            .isLessThanOrEqualTo(10);
    }

    @Test
    void aDraftThatNobodySendsGoesAfterADay() {
        String old = location(send(form, fields("1", ""), photo("a.png", PNG)), 302);
        String recent = location(send(form, fields("1", ""), photo("a.png", PNG)), 302);
        int documents = ReturnTables.count("RTN_DOCUMENT");
        ReturnTables.database().update("update RTN_DRAFT set SAVED_AT = dateadd('HOUR', -25, SAVED_AT) where TOKEN = ?", token(old));

        ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnDraftCleanup"), "run");

        HttpResponse<String> gone = john.get(old);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("kept for 24 hours");
        assertThat(ReturnTables.count("RTN_DOCUMENT")).isEqualTo(documents - 1);
        assertThat(page(recent).select("img.rtn-photo")).hasSize(1);
    }

    @Test
    void whoSendsTooOftenIsToldToWaitAndLosesNothing() {
        Object limits = TestShop.get().siteContext().getBean("rtnShopperLimits");
        withFields(limits, Map.of("forms", 5, "photos", 2), () -> {
            String summary = location(send(form, fields("2", "first"), photo("a.png", PNG)), 302);
            Document photos = page(location(add(summary, fields("2", "second"), photo("b.png", PNG), photo("c.png", PNG)), 302));
            assertThat(photos.select("#rtn-photo-errors").text()).contains("very often");
            assertThat(photos.select("img.rtn-photo")).hasSize(1);
            HttpResponse<String> form = send(summary, fields("2", "third"));
            assertThat(form.statusCode()).isEqualTo(429);
            assertThat(form.headers().firstValueAsLong("Retry-After")).isPresent();
            assertThat(Jsoup.parse(form.body()).select("#rtn-comment").text()).isEqualTo("third");
            assertThat(Jsoup.parse(form.body()).select("img.rtn-photo")).hasSize(1);

            HttpResponse<String> tooOften = john.post(below(summary, "/send"), Map.of("csrfToken", csrf));
            assertThat(tooOften.statusCode()).isEqualTo(429);
            assertThat(tooOften.body()).contains("very often", "second");
            john.get("/account/orders?blLocaleCode=fr");
            assertThat(john.post(below(summary, "/send"), Map.of("csrfToken", csrf)).body()).contains("très souvent");
            assertThat(returnsOfTheOrder()).isEmpty();
            return null;
        });
    }

    @Test
    void howOftenIsOftenIsConfigured() {
        assertThat(TestShop.get().siteContext().getBean("rtnShopperLimits"))
            .hasFieldOrPropertyWithValue("forms", TestShop.FORMS_PER_HOUR).hasFieldOrPropertyWithValue("photos", TestShop.PHOTOS_PER_HOUR);
    }

    @Test
    void whileReturnsAreOffTheFormIsNowhereAndReturnsCanBeLookedAt() {
        String summary = location(send(form, fields("1", "")), 302);
        ReturnRequest existing = TestShop.request(order, 0, 1);

        TestSettings.whileOff(() -> {
            for (String address : List.of(form, summary, below(summary, "/edit"), below(summary, "/photos"))) {
                assertThat(john.get(address).statusCode()).as(address).isEqualTo(404);
            }
            assertThat(send(form, fields("1", "")).statusCode()).isEqualTo(404);
            assertThat(send(summary, fields("1", "")).statusCode()).isEqualTo(404);
            assertThat(john.upload(below(summary, "/photos"), csrf, Map.of(), List.of(photo("a.png", PNG))).statusCode()).isEqualTo(404);
            assertThat(john.post(below(summary, "/send"), Map.of("csrfToken", csrf)).statusCode()).isEqualTo(404);
            // Who has returns keeps the way to them.
            assertThat(john.get("/account/orders").body()).doesNotContain(FormAddresses.form("")).contains("/account/returns\"");
            assertThat(john.get("/account/orders/" + order).body()).doesNotContain("rtn-order-link").contains("/account/returns\"");
            assertThat(john.get("/account/returns").statusCode()).isEqualTo(200);
            assertThat(john.get("/account/returns/" + existing.getNumber()).statusCode()).isEqualTo(200);
            return null;
        });
        assertThat(returnsOfTheOrder()).hasSize(1);
        assertThat(john.get("/account/orders/" + order).body()).contains("rtn-order-link").contains("/account/returns");
    }

    @Test
    void theMerchantsMessageStandsAtTheTopOfTheForm() {
        TestSettings.with(true, Map.of(java.util.Locale.ENGLISH, "<p>Keep the <b>tags</b> on.</p>"), () -> {
            assertThat(page(form).select("main .rtn-form-message b").text()).isEqualTo("tags");
            return null;
        });
        assertThat(page(form).select("main .rtn-form-message")).isEmpty();
    }

    @Test
    void theLinkIsOnOrdersOfWhichSomethingCanBeReturned() {
        String used = TestShop.newOrder(JOHN, Map.of(FERN, 1));
        TestShop.request(used, 0, 1);

        String orders = john.get("/account/orders").body();

        assertThat(orders).contains(form + "\"").doesNotContain(FormAddresses.form(used) + "\"");
        assertThat(john.get("/account/orders/" + used).body()).doesNotContain("rtn-order-link");
        assertThat(john.get("/account/orders/" + order).body()).contains("rtn-order-link");
    }

    @Test
    void aReturnIsCancelledOnceAndOnlyByItsOwner() {
        ReturnRequest request = TestShop.request(order, 0, 1);
        String detail = "/account/returns/" + request.getNumber();
        Map<String, String> confirmation = Map.of("csrfToken", csrf, "version", Integer.toString(request.getVersion()));
        HttpVisitor marie = HttpVisitor.shopper("marie@example.com");
        assertThat(marie.get(detail + "/cancel").statusCode()).isEqualTo(404);
        assertThat(marie.post(detail + "/cancel", Map.of("csrfToken", marie.token(FormAddresses.form("PL-1001")),
            "version", Integer.toString(request.getVersion()))).statusCode()).isEqualTo(404);
        assertThat(john.post(detail + "/cancel", Map.of("version", "0")).statusCode()).isEqualTo(403);

        Document question = page(page(detail).select("#rtn-cancel").attr("href"));
        assertThat(question.select("#rtn-cancel-form input[name=version]").val()).isEqualTo(confirmation.get("version"));
        assertThat(location(john.post(detail + "/cancel", confirmation), 302)).contains(detail);
        assertThat(location(john.post(detail + "/cancel", confirmation), 302)).contains(detail);

        Document after = page(detail);
        assertThat(after.select("main h1").text()).contains("Cancelled");
        assertThat(after.select("#rtn-cancel")).isEmpty();
        inTransaction(() -> {
            assertThat(bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getJournal()).hasSize(2)
                .last().satisfies(entry -> assertThat(entry.getMail().getSubject()).contains("cancelled"));
            return null;
        });
        assertThat(page(form).select("main").text()).contains("3 ordered", "of 3");
    }

    @Test
    void aReturnThatTheMerchantReceivedFirstIsNotCancelled() {
        ReturnRequest request = TestShop.request(order, 0, 1);
        TestShop.change(request, ReturnStatus.RECEIVED, false);

        HttpResponse<String> answer = john.post("/account/returns/" + request.getNumber() + "/cancel",
            Map.of("csrfToken", csrf, "version", Integer.toString(request.getVersion())));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select("main .rtn-error-summary").text()).contains("was not cancelled");
        assertThat(Jsoup.parse(answer.body()).select("main h1").text()).contains("Products received");
        assertThat(location(john.get("/account/returns/" + request.getNumber() + "/cancel"), 302)).contains(request.getNumber());
    }

    @Test
    void ofACancelAndAReceiveAtTheSameMomentOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = TestShop.newOrder(JOHN, Map.of(FERN, 1));
            ReturnRequest request = TestShop.request(number, 0, 1);
            String token = TestShop.preview(request, ReturnStatus.RECEIVED, null, null).getToken();
            var start = new java.util.concurrent.CountDownLatch(1);
            var cancel = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
                waitFor(start);
                return john.post("/account/returns/" + request.getNumber() + "/cancel",
                    Map.of("csrfToken", csrf, "version", Integer.toString(request.getVersion()))).statusCode();
            });
            var receive = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
                waitFor(start);
                try {
                    bean(org.broadleafreturns.core.request.StatusChangeService.class).apply(token, false, TestShop.ADMIN);
                    return true;
                } catch (org.broadleafreturns.core.kernel.StaleReturnException e) {
                    return false;
                }
            });
            start.countDown();

            boolean cancelled = cancel.get() == 302;
            assertThat(cancelled).isNotEqualTo(receive.get());
            inTransaction(() -> {
                ReturnRequest after = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
                assertThat(after.getStatus()).isEqualTo(cancelled ? ReturnStatus.CANCELLED : ReturnStatus.RECEIVED);
                assertThat(after.getJournal()).hasSize(2);
                return null;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "../../etc/passwd", "x", "00000000-0000-0000-0000-000000000000", "'%20or%20'1'='1"})
    void whatIsNoDraftIsNotFound(String token) {
        assertThat(john.get(below(form, "/" + token)).statusCode()).isIn(400, 404);
        assertThat(john.get(below(form, "/" + token + "/edit")).statusCode()).isIn(400, 404);
    }

    private Map<String, String> fields(String quantity, String comment) {
        return Map.of("quantity[" + item + "]", quantity, "reason[" + item + "]", "OTHER", "refundType", "EXCHANGE",
            "comment", comment);
    }

    /** Enters the fields, after photos if there are any; the answer is the one to the fields. */
    private HttpResponse<String> send(String address, Map<String, String> fields, Upload... photos) {
        if (photos.length == 0) {
            return enter(address, fields);
        }
        String edit = location(add(address, fields, photos), 302);
        assertThat(edit).contains("/edit");
        return enter(edit.replace("/edit", ""), fields);
    }

    private HttpResponse<String> enter(String address, Map<String, String> fields) {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("csrfToken", csrf);
        return john.post(address, all);
    }

    /** Enters the fields and goes on to add photos; the answer to these. */
    private HttpResponse<String> add(String address, Map<String, String> fields, Upload... photos) {
        Map<String, String> adding = new java.util.HashMap<>(fields);
        adding.put("add", "true");
        return upload(location(enter(address, adding), 302), photos);
    }

    /** As the form on that page does. */
    private HttpResponse<String> upload(String photosPage, Upload... photos) {
        Element form = page(photosPage).selectFirst("#rtn-photo-form");
        String order = form.select("input[name=order]").val();
        return john.upload(form.attr("action").replaceAll("[?;].*", ""), csrf, Map.of("order", order), Arrays.asList(photos));
    }

    private static String below(String address, String path) {
        return FormAddresses.below(address, path);
    }

    private static Upload photo(String name, byte[] content) {
        return new Upload("photos", name, "image/jpeg", content);
    }

    private Document page(String address) {
        HttpResponse<String> answer = john.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String location(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "").replaceAll("[;#].*", "");
    }

    private static String token(String summary) {
        return summary.replaceAll(".*/new/([^/?]+).*", "$1");
    }

    private List<ReturnRequest> returnsOfTheOrder() {
        return inTransaction(() -> new ArrayList<>(bean(ReturnLookup.class).ofOrder(
            bean(org.broadleafreturns.core.platform.ShopOrders.class).findByNumber(order).orElseThrow().getId())));
    }

    private static void waitFor(java.util.concurrent.CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bean fields that no setter changes, for the time of the work. */
    private static void withFields(Object bean, Map<String, Object> values, Supplier<?> work) {
        Map<String, Object> before = new java.util.HashMap<>();
        values.forEach((name, value) -> {
            before.put(name, ReflectionTestUtils.getField(bean, name));
            ReflectionTestUtils.setField(bean, name, value);
        });
        try {
            ((Map<?, ?>) ReflectionTestUtils.getField(bean, "formsByCustomer")).clear();
            ((Map<?, ?>) ReflectionTestUtils.getField(bean, "photosByCustomer")).clear();
            work.get();
        } finally {
            before.forEach((name, value) -> ReflectionTestUtils.setField(bean, name, value));
            ((Map<?, ?>) ReflectionTestUtils.getField(bean, "formsByCustomer")).clear();
            ((Map<?, ?>) ReflectionTestUtils.getField(bean, "photosByCustomer")).clear();
        }
    }
}
