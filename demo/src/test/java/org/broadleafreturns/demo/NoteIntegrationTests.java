package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.note.ReturnNotes;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes that merchants write for each other: at any time, in the journal and as a mark in the list, and never shown to a shopper. */
class NoteIntegrationTests {

    private static final String MARK = "Has internal notes";

    private final String unique = "zn" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = unique + "@example.com";
    private Long zoe;
    private ReturnRequest request;

    @BeforeEach
    void aReturnOfZoes() {
        zoe = TestShop.newCustomer(email, "Zoe", "Note").getId();
        request = TestShop.request(TestShop.newOrder(email, Map.of(1L, 2)), 0, 1);
    }

    @ParameterizedTest
    @EnumSource(value = ReturnStatus.class, names = {"REQUESTED", "RECEIVED", "ACCEPTED", "REFUSED", "CANCELLED"})
    void aMerchantNotesSomethingAtAnyTimeAndNothingElseChanges(ReturnStatus status) {
        become(status);
        ReturnRequest before = request();
        List<String> events = events();
        int mails = mails();

        assertThat(post("admin", "Called: she keeps\nthe pot " + unique, "one").statusCode()).isEqualTo(302);

        assertThat(notes()).containsExactly("Called: she keeps\nthe pot " + unique);
        ReturnRequest since = request();
        assertThat(since.getVersion()).isEqualTo(before.getVersion());
        assertThat(since.getStatus()).isEqualTo(status);
        assertThat(events()).isEqualTo(events);
        assertThat(mails()).isEqualTo(mails);
        Element entry = Jsoup.parse(page("viewer")).selectFirst("#return-" + request.getNumber() + " .rtn-journal-entry");
        assertThat(entry.attr("data-kind")).isEqualTo("NOTE");
        assertThat(entry.text()).contains("Alex Admin", "Internal note", "Called: she keeps the pot " + unique);
        assertThat(entry.selectFirst(".rtn-when").text()).isNotBlank();
    }

    @Test
    void theNewestIsTheFirst() {
        add("First", "1");
        add("Second", "2");

        assertThat(Jsoup.parse(page("admin")).select("#return-" + request.getNumber() + " .rtn-journal-note dd").eachText())
            .containsExactly("Second", "First");
    }

    @Test
    void theSameFormSentTwiceIsOneNote() {
        post("admin", "Called", "a-form");
        post("admin", " Called\r\n", "a-form");
        assertThat(notes()).containsExactly("Called");

        post("admin", "Called", "another-form");
        post("admin", "Something else, on a page out of the browser's memory", "a-form");
        add("Called", null);
        add("Called", null);
        assertThat(notes()).hasSize(5);
    }

    @Test
    void whatSomebodyElseHasPreviewedStillHolds() {
        StatusPreview preview = TestShop.preview(request(), ReturnStatus.RECEIVED, "Here it is", null);

        add("Meanwhile", "1");
        bean(StatusChangeService.class).apply(preview.getToken(), false, TestShop.ADMIN);

        assertThat(request().getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(kinds()).containsExactly("STATUS", "NOTE", "STATUS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n ", "a\u0000b", "\u001bmenu"})
    void whatCannotBeKeptIsSaidWithWhatWasTyped(String typed) {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        admin.post(address(), Map.of("csrfToken", admin.token(order()), "note", typed, "key", "k"));

        Element form = Jsoup.parse(admin.get(order()).body()).selectFirst("#return-" + request.getNumber() + " .rtn-note");
        assertThat(form.hasAttr("open")).isTrue();
        assertThat(form.select(".rtn-error").text()).isNotBlank();
        assertThat(form.select("textarea").attr("aria-invalid")).isEqualTo("true");
        assertThat(notes()).isEmpty();
    }

    @Test
    void aNoteThatIsTooLongIsStillThere() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        String longer = "é".repeat(ReturnNotes.LENGTH) + "!";
        admin.post(address(), Map.of("csrfToken", admin.token(order()), "note", longer, "key", "k"));

        Element form = Jsoup.parse(admin.get(order()).body()).selectFirst("#return-" + request.getNumber() + " .rtn-note");
        assertThat(form.select("textarea").val()).isEqualTo(longer);
        assertThat(notes()).isEmpty();

        add("é€😀".repeat(ReturnNotes.LENGTH / 4), "k");
        assertThat(notes()).containsExactly("é€😀".repeat(ReturnNotes.LENGTH / 4));
    }

    @Test
    void programsAreToldWhatIsWrong() {
        assertThatThrownBy(() -> add(" ", null)).isInstanceOfSatisfying(ReturnRefusedException.class, refused ->
            assertThat(refused.objections()).extracting(Objection::field, Objection::code)
                .containsExactly(tuple("note", "rtn.objection.internalNote.missing")));
        assertThatExceptionOfType(ReturnNotFoundException.class)
            .isThrownBy(() -> bean(ReturnNotes.class).add("R2222-2222", "Called", null, TestShop.ADMIN));
    }

    @Test
    void whoMayOnlyLookReadsNotesAndWritesNone() {
        add("For colleagues", "1");

        assertThat(page("viewer")).contains("For colleagues").doesNotContain("rtn-note-form");
        assertThat(post("viewer", "Mine", "2").statusCode()).isNotEqualTo(302);
        assertThat(notes()).containsExactly("For colleagues");
    }

    @Test
    void itIsTextAndNotMarkup() {
        String hostile = "<i class='hostile'>\"</textarea>[[${7*7}]]__${7*7}__</i>";
        add(hostile, "1");
        HttpVisitor admin = HttpVisitor.merchant("admin");
        admin.post(address(), Map.of("csrfToken", admin.token(order()), "note", hostile + "\u0000", "key", "k"));

        Element panel = Jsoup.parse(admin.get(order()).body()).getElementById("return-" + request.getNumber());
        assertThat(panel.select(".hostile")).isEmpty();
        assertThat(panel.select(".rtn-journal-note dd").text()).isEqualTo(hostile);
        assertThat(panel.select(".rtn-note textarea").val()).startsWith(hostile);
    }

    @Test
    void nothingThatAShopperGetsTellsOfIt() {
        add("Suspicious: " + unique + "-secret", "1");
        TestShop.change(request(), ReturnStatus.RECEIVED, true);
        await().until(() -> !ReceivedMails.about(request.getNumber()).isEmpty());

        HttpVisitor shopper = HttpVisitor.shopper(email);
        for (String address : List.of("/account/returns", "/account/returns/" + request.getNumber(), "/account/returns/" + request.getNumber()
                + "/cancel")) {
            assertThat(shopper.get(address).body()).doesNotContain("secret", "Internal note", "Note interne");
        }
        assertThat(ReturnTables.placesOf(unique + "-secret")).containsExactly("RTN_JOURNAL_ENTRY.NOTE");
    }

    @Test
    void theListMarksReturnsWithNotes() {
        assertThat(row("").attr("data-hiddenfields")).doesNotContain(MARK);

        add("Called", "1");

        assertThat(row("").attr("data-hiddenfields")).contains("rtnMark.note", MARK);
        assertThat(row("&blLocaleCode=fr").attr("data-hiddenfields")).contains("Contient des notes internes");
        assertThat(row("").selectFirst("td").text()).isEqualTo(request.getNumber());
    }

    /** What is kept of somebody is theirs to read, notes too, as it is with the reasons in the journal; who wrote them is not. */
    @Test
    void whoAsksForTheirDataGetsTheNotesAndWhoIsForgottenLeavesNone() {
        add("Called about " + unique, "1");
        assertThat(bean(PersonalRecords.class).export(zoe).toString()).contains("Called about " + unique).doesNotContain("Alex Admin");
        become(ReturnStatus.CANCELLED);
        await().until(() -> ReturnTables.database().queryForObject(
            "select count(*) from RTN_MAIL where RECIPIENT = ? and STATE = 'QUEUED'", Integer.class, email) == 0);

        bean(PersonalRecords.class).anonymise(zoe);

        assertThat(ReturnTables.placesOf("Called about")).isEmpty();
        assertThat(kinds()).contains("NOTE");
        assertThat(row("").attr("data-hiddenfields")).doesNotContain(MARK);
        assertThat(Jsoup.parse(page("admin")).select("#return-" + request.getNumber() + " .rtn-journal-entry[data-kind=NOTE]").text())
            .contains("Alex Admin", "Internal note");
    }

    private void become(ReturnStatus status) {
        if (status == ReturnStatus.ACCEPTED) {
            TestShop.change(request(), ReturnStatus.RECEIVED, false);
        }
        if (status != ReturnStatus.REQUESTED) {
            TestShop.change(request(), status, false);
        }
    }

    private void add(String text, String key) {
        bean(ReturnNotes.class).add(request.getNumber(), text, key, TestShop.ADMIN);
    }

    private HttpResponse<String> post(String login, String text, String key) {
        HttpVisitor merchant = HttpVisitor.merchant(login);
        return merchant.post(address(), Map.of("csrfToken", merchant.token(order()), "note", text, "key", key));
    }

    private String address() {
        return "/returns/" + request.getNumber() + "/note";
    }

    private String order() {
        return "/order/" + request.getOrderId();
    }

    private String page(String login) {
        return HttpVisitor.merchant(login).get(order()).body();
    }

    private Element row(String further) {
        return Jsoup.parse(HttpVisitor.merchant("admin").get("/returns?number=" + request.getNumber() + further).body())
            .selectFirst("tbody tr[data-link]");
    }

    private ReturnRequest request() {
        return inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow());
    }

    private List<String> notes() {
        return ReturnTables.database().queryForList(
            "select NOTE from RTN_JOURNAL_ENTRY where REQUEST_ID = ? and KIND = 'NOTE' order by HAPPENED_AT, ENTRY_ID", String.class,
            request.getId());
    }

    private List<String> kinds() {
        return ReturnTables.database().queryForList(
            "select KIND from RTN_JOURNAL_ENTRY where REQUEST_ID = ? order by HAPPENED_AT, ENTRY_ID", String.class, request.getId());
    }

    private List<String> events() {
        return ReturnTables.database().queryForList("select EVENT_KIND from RTN_EVENT where REQUEST_ID = ? order by EVENT_NUMBER",
            String.class, request.getId());
    }

    private int mails() {
        return ReturnTables.database().queryForObject("select count(*) from RTN_MAIL where RECIPIENT = ?", Integer.class, email);
    }
}
