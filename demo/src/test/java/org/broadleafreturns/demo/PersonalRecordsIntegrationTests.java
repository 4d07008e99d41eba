package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.draft.DraftInput;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.core.privacy.RunningReturnsException;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/** What a customer can have of their data, and that nothing of it is left once they are forgotten. */
class PersonalRecordsIntegrationTests {

    private static final byte[] LABEL = "%PDF-1.4\nFor Zoe\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final String unique = "zq" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = unique + "@example.com";
    private Customer zoe;
    private String order;
    private ReturnRequest request;

    @BeforeEach
    void aCustomerWithAReturnThatHasALabel() {
        zoe = TestShop.newCustomer(email, "Zoe-" + unique, "Last-" + unique);
        order = TestShop.newOrder(email, Map.of(1L, 2));
        ReturnDraftService drafts = bean(ReturnDraftService.class);
        Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
        String token = drafts.save(order, zoe.getId(), null,
            new DraftInput(Map.of(item, "1"), Map.of(item, "OTHER"), "ORIGINAL_PAYMENT", "Call me: " + unique)).getToken();
        drafts.addPhotos(order, zoe.getId(), token, List.of(new PhotoFile(unique + ".png", new ByteArrayResource(TestShop.PNG))));
        request = drafts.send(order, zoe.getId(), token, Locale.ENGLISH);
        apply(ReturnStatus.LABEL_SENT, "Dear " + unique, new StatusChange.LabelFile(unique + ".pdf", () -> new ByteArrayInputStream(LABEL)));
    }

    @Test
    void theExportHoldsWhatIsKeptAndNothingOfOthers() throws Exception {
        TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        draftThatIsNotSent();

        Map<String, Object> export = bean(PersonalRecords.class).export(zoe.getId());

        Map<String, Object> exported = only(export.get("returns"));
        assertThat(exported).containsEntry("number", request.getNumber()).containsEntry("orderNumber", order)
            .containsEntry("firstName", "Zoe-" + unique).containsEntry("comment", "Call me: " + unique)
            .containsEntry("message", "Dear " + unique).containsEntry("status", "LABEL_SENT");
        assertThat(only(exported.get("lines"))).containsEntry("article", "Boston fern").containsEntry("requested", 1);
        assertThat((List<?>) exported.get("journal")).hasSize(2);
        assertThat(exported.get("mails").toString()).contains(email, request.getNumber());
        assertThat((List<?>) exported.get("documents")).hasSize(2);
        assertThat(exported.get("documents").toString()).contains("name=" + unique + ".pdf, type=application/pdf, size=" + LABEL.length)
            .contains("name=" + unique + ".png, type=image/png");
        assertThat(only(export.get("drafts"))).containsEntry("orderNumber", order).containsEntry("comment", "Not sent: " + unique);
        assertThat(export.toString()).doesNotContain("Miller").doesNotContain("Alex Admin");
        ReturnDocument label = bean(PersonalRecords.class).documents(zoe.getId()).stream()
            .filter(file -> file.getFileName().endsWith(".pdf")).findFirst().orElseThrow();
        try (InputStream bytes = bean(PersonalRecords.class).open(label)) {
            assertThat(bytes.readAllBytes()).isEqualTo(LABEL);
        }
    }

    @Test
    void ofAStrangerNothingIsKept() {
        assertThat(bean(PersonalRecords.class).export(-99L).values()).allSatisfy(records -> assertThat((List<?>) records).isEmpty());
        bean(PersonalRecords.class).anonymise(-99L);
    }

    @Test
    void whoHasARunningReturnIsNotForgottenYet() {
        Map<String, String> before = ReturnTables.contents();

        assertThatExceptionOfType(RunningReturnsException.class).isThrownBy(() -> bean(PersonalRecords.class).anonymise(zoe.getId()))
            .satisfies(refusal -> assertThat(refusal.numbers()).containsExactly(request.getNumber()));
        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    @Test
    void whoIsForgottenIsNowhereInTheTablesAndTheReturnStillStands() {
        draftThatIsNotSent();
        List<ReturnDocument> files = bean(PersonalRecords.class).documents(zoe.getId());
        assertThat(files).hasSize(3);
        apply(ReturnStatus.ACCEPTED, "Goodbye " + unique, null);
        ReturnTables.database().update("insert into RTN_PREVIEW_INPUT (PREVIEW_ID, INPUT_NAME, INPUT_VALUE)"
            + " select PREVIEW_ID, 'gift.message', ? from RTN_STATUS_PREVIEW where REQUEST_ID = ?", "Dear " + unique, request.getId());
        assertThat(ReturnTables.placesOf(unique)).contains("RTN_PREVIEW_INPUT.INPUT_VALUE");
        List<String> others = othersJournal();

        awaitMails();
        bean(PersonalRecords.class).anonymise(zoe.getId());
        bean(PersonalRecords.class).anonymise(zoe.getId());

        assertThat(ReturnTables.placesOf(unique)).isEmpty();
        assertThat(files).allSatisfy(file -> assertThat(ReturnTables.database().queryForObject(
            "select count(*) from RTN_DOCUMENT_CHUNK where STORAGE_KEY = ?", Integer.class, file.getStorageKey())).isZero());
        assertThat(ReturnTables.database().queryForObject("select count(*) from RTN_DRAFT where CUSTOMER_ID = ?", Integer.class,
            zoe.getId())).isZero();
        assertThat(ReturnTables.database().queryForObject("select count(*) from RTN_REQUEST where CUSTOMER_ID = ?", Integer.class,
            zoe.getId())).isZero();
        assertThat(othersJournal()).isEqualTo(others);
        inTransaction(() -> {
            ReturnRequest still = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
            assertThat(still.getStatus()).isEqualTo(ReturnStatus.ACCEPTED);
            assertThat(still.getLines()).singleElement().satisfies(line -> assertThat(line.getQuantityAccepted()).isEqualTo(1));
            assertThat(still.getJournal()).extracting(entry -> entry.getTo())
                .containsExactly("REQUESTED", "LABEL_SENT", "ACCEPTED");
            assertThat(still.getJournal().get(0).getActorName()).isEmpty();
            assertThat(still.getJournal().get(2).getActorName()).isEqualTo("Alex Admin");
            return null;
        });
        assertThat(bean(PersonalRecords.class).export(zoe.getId()).get("returns")).isEqualTo(List.of());
    }

    @Test
    void aForgottenCustomersReturnCanBeLookedAtByMerchantsAndByNobodyElse() {
        apply(ReturnStatus.REFUSED, "No, " + unique, null);
        Long orderId = request.getOrder().getId();
        HttpVisitor shopper = HttpVisitor.shopper(email);
        assertThat(shopper.get("/account/returns/" + request.getNumber()).statusCode()).isEqualTo(200);

        awaitMails();
        bean(PersonalRecords.class).anonymise(zoe.getId());

        HttpVisitor merchant = HttpVisitor.merchant("admin");
        Element panel = Jsoup.parse(merchant.get("/order/" + orderId).body()).getElementById("return-" + request.getNumber());
        assertThat(panel.text()).doesNotContainIgnoringCase(unique).contains("(customer)", "Alex Admin");
        assertThat(merchant.get("/returns?view=all").statusCode()).isEqualTo(200);
        assertThat(merchant.get("/returns?view=all").body()).contains(request.getNumber());
        assertThat(shopper.get("/account/returns/" + request.getNumber()).statusCode()).isEqualTo(404);
        String csrf = shopper.token(FormAddresses.form(order));
        assertThat(shopper.post("/account/returns/" + request.getNumber() + "/cancel", Map.of("csrfToken", csrf, "version", "0"))
            .statusCode()).isEqualTo(404);
        assertThat(shopper.get("/account/returns").statusCode()).isEqualTo(200);
    }

    @Test
    void aMailThatWaitsIsNeverSentBlank() {
        apply(ReturnStatus.ACCEPTED, null, null);
        awaitMails();
        ReturnTables.database().update("update RTN_MAIL set STATE = 'FAILED' where RECIPIENT = ?", email);
        Long mail = ReturnTables.database().queryForObject("select max(MAIL_ID) from RTN_MAIL where RECIPIENT = ?", Long.class, email);

        bean(PersonalRecords.class).anonymise(zoe.getId());

        assertThat(ReturnTables.database().queryForObject("select STATE from RTN_MAIL where MAIL_ID = ?", String.class, mail))
            .isEqualTo(MailState.BLANKED.name());
        assertThatExceptionOfType(IllegalStateException.class)
            .isThrownBy(() -> bean(StatusChangeService.class).sendMailAgain(request.getNumber(), mail));
    }

    @Test
    void theCustomersRecordCanBeDeletedAfterwards() {
        apply(ReturnStatus.CANCELLED, null, null);
        awaitMails();
        bean(PersonalRecords.class).anonymise(zoe.getId());

        ReturnTables.database().update("update BLC_ORDER set CUSTOMER_ID = (select min(CUSTOMER_ID) from BLC_CUSTOMER where USER_NAME = ?)"
            + " where CUSTOMER_ID = ?", "john@example.com", zoe.getId());
        ReturnTables.database().update("delete from BLC_CUSTOMER_ROLE where CUSTOMER_ID = ?", zoe.getId());
        ReturnTables.database().update("delete from BLC_CUSTOMER where CUSTOMER_ID = ?", zoe.getId());

        inTransaction(() -> {
            assertThat(bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getJournal()).hasSize(3);
            return null;
        });
    }

    private void apply(ReturnStatus to, String message, StatusChange.LabelFile label) {
        ReturnRequest now = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
        request = inTransaction(() -> {
            String token = TestShop.preview(now, to, message, label).getToken();
            ReturnRequest changed = bean(StatusChangeService.class).apply(token, true, TestShop.ADMIN);
            changed.getOrder().getId();
            return changed;
        });
    }

    private void draftThatIsNotSent() {
        Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
        String token = bean(ReturnDraftService.class).save(order, zoe.getId(), null,
            new DraftInput(Map.of(item, "1"), Map.of(), null, "Not sent: " + unique)).getToken();
        bean(ReturnDraftService.class).addPhotos(order, zoe.getId(), token,
            List.of(new PhotoFile(unique + "-draft.png", new ByteArrayResource(TestShop.PNG))));
    }

    private List<String> othersJournal() {
        return ReturnTables.database().query("select * from RTN_JOURNAL_ENTRY where REQUEST_ID <> " + request.getId() + " order by ENTRY_ID",
            (row, number) -> row.getString("ENTRY_ID") + row.getString("ACTOR_NAME") + row.getString("MESSAGE"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> only(Object list) {
        assertThat((List<?>) list).hasSize(1);
        return (Map<String, Object>) ((List<?>) list).get(0);
    }

    /** A mail that is under way meanwhile lets nothing be forgotten, which would have to be called again. */
    private void awaitMails() {
        await().until(() -> ReturnTables.database().queryForObject(
            "select count(*) from RTN_MAIL where RECIPIENT = ? and STATE = 'QUEUED'", Integer.class, email) == 0);
    }
}
