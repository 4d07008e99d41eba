package org.broadleafreturns.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merchant's day: one return after the other. */
class DailyWorkBrowserTests {

    private static final int TO_DO = 30;
    private static final long FERN = 1;

    @RegisterExtension
    final Browser browser = new Browser();

    private final String unique = Unique.word();

    @Test
    void oneGetsThroughThirtyReturnsFromDialogToDialogWithoutGoingBackToTheList() {
        List<ReturnRequest> requests = received("Daily", TO_DO);
        Page merchant = browser.merchant("admin", "en");
        open(merchant, "daily" + unique, requests.get(0));
        List<String> lists = new ArrayList<>();
        merchant.onRequest(asked -> {
            if (asked.isNavigationRequest() && asked.url().contains("/returns?")) {
                lists.add(asked.url());
            }
        });

        merchant.locator("#return-" + requests.get(0).getNumber() + " .rtn-next-step").click();
        for (int done = 0; done < TO_DO; done++) {
            assertThat(merchant.locator(".rtn-modal .rtn-brief .rtn-number")).hasText(requests.get(done).getNumber());
            assertThat(merchant.locator(".rtn-way-place")).hasText(done + 1 + " of " + TO_DO);
            merchant.click("#rtn-update");
            merchant.click("#rtn-apply");
            assertThat(lists).isEmpty();
            merchant.click(".rtn-go-on");
        }

        // After the last there is nothing left but the list.
        merchant.waitForURL("**/returns?view=todo");
        assertThat(ReturnTables.database().queryForObject("select count(*) from RTN_REQUEST where CUSTOMER_LAST_NAME = ?"
            + " and STATUS = 'ACCEPTED'", Integer.class, "Daily" + unique)).isEqualTo(TO_DO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theNextDialogHasTheFocusAndIsOpenedOnceAlone(String language) {
        Words words = new Words(language);
        List<ReturnRequest> requests = received("Further", 2);
        Page merchant = browser.merchant("admin", language);
        open(merchant, "further" + unique, requests.get(0));
        // Nothing was done yet.
        assertThat(merchant.locator(".rtn-go-on")).hasCount(0);
        merchant.locator("#return-" + requests.get(0).getNumber() + " .rtn-next-step").click();
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
        Locator further = merchant.locator(".rtn-go-on");
        assertThat(further).hasText(words.get("rtn.admin.desk.goOn"));
        merchant.waitForLoadState();
        assertThat(merchant.locator(".rtn-confirmation")).isFocused();
        merchant.keyboard().press("Tab");
        assertThat(further).isFocused();
        merchant.keyboard().press("Enter");

        assertThat(merchant.locator(".rtn-modal .rtn-brief .rtn-number")).hasText(requests.get(1).getNumber());
        assertThat(merchant.locator("#rtn-status")).hasValue("ACCEPTED");
        assertThat(merchant.locator("#rtn-status")).isFocused();
        merchant.keyboard().press("Escape");
        assertThat(merchant.locator(".rtn-modal")).hasCount(0);
        merchant.reload();
        assertThat(merchant.locator(".rtn-way-place")).hasText(words.say("rtn.admin.desk.place", "2", "2"));
        assertThat(merchant.locator(".rtn-next-step")).isEnabled();
        assertThat(merchant.locator(".rtn-modal")).hasCount(0);
    }

    /** Whose decision was taken has no next status; what is likely is its refund. */
    @Test
    void theNextReturnIsRefundedWhereThatIsWhatIsLikely() {
        String email = unique + "@example.com";
        TestShop.newCustomer(email, "Ann", "Refunds" + unique);
        List<ReturnRequest> accepted = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String order = TestShop.bean(DemoOrders.class).submitPaidByCard(email, Map.of(FERN, 1));
            accepted.add(TestShop.change(TestShop.change(TestShop.request(order, 0, 1), ReturnStatus.RECEIVED, false),
                ReturnStatus.ACCEPTED, false));
        }
        Page merchant = browser.merchant("admin", "en");
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=refund&q=refunds" + unique);
        merchant.locator(".list-grid-table tr[data-rowid] td[data-fieldname=number] a").first().click();
        merchant.waitForURL("**/order/**");
        merchant.waitForLoadState();
        merchant.locator(".rtn-refund-open.rtn-filled").first().click();
        refundAsProposed(merchant);
        merchant.click(".rtn-go-on");
        refundAsProposed(merchant);
        for (ReturnRequest request : accepted) {
            await().untilAsserted(() -> assertThat(ReturnTables.database().queryForList("select STATE from RTN_REFUND"
                + " where REQUEST_ID = ?", String.class, request.getId())).containsExactly("DONE"));
        }
    }

    /** In a list of all returns the next one may be done. */
    @Test
    void ofAReturnThatIsDecidedNoDialogOpensThatTakesTheDecisionBack() {
        List<ReturnRequest> requests = received("Decided", 2);
        // The newest stands first.
        TestShop.change(requests.get(0), ReturnStatus.REFUSED, false);
        Page merchant = browser.merchant("admin", "en");
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=all&q=decided" + unique);
        merchant.locator(".list-grid-table tr[data-rowid='" + requests.get(1).getId() + "'] td[data-fieldname=number] a").click();
        merchant.waitForURL("**/order/**");
        merchant.waitForLoadState();
        merchant.locator("#return-" + requests.get(1).getNumber() + " .rtn-next-step").click();
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
        merchant.click(".rtn-go-on");

        Locator next = merchant.locator("#return-" + requests.get(0).getNumber());
        assertThat(next).isVisible();
        assertThat(next.locator(".rtn-update-status")).isEnabled();
        assertThat(merchant.locator(".rtn-way-place")).hasText("2 of 2");
        merchant.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(merchant.locator(".rtn-modal")).hasCount(0);
    }

    /** In the dialog that is open, or opens by itself. */
    private static void refundAsProposed(Page merchant) {
        merchant.locator("#rtn-refund-form").waitFor();
        merchant.click("#rtn-update");
        merchant.click("#rtn-apply");
    }

    /** From the list. */
    private static void open(Page merchant, String searched, ReturnRequest request) {
        merchant.navigate(TestShop.get().adminUrl() + "/returns?view=todo&q=" + searched);
        merchant.locator(".list-grid-table tr[data-rowid='" + request.getId() + "'] td[data-fieldname=number] a").click();
        merchant.waitForURL("**/order/**");
        merchant.waitForLoadState();
    }

    /** In the order of the list of what is to do. */
    private List<ReturnRequest> received(String lastName, int count) {
        String email = unique + "@example.com";
        TestShop.newCustomer(email, "Ann", lastName + unique);
        List<ReturnRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(TestShop.change(TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1), ReturnStatus.RECEIVED, false));
        }
        return requests;
    }
}
