package org.broadleafreturns.demo;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.withdrawal.StateWithdrawal;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;
import org.broadleafreturns.core.withdrawal.Withdrawals;
import org.broadleafreturns.demo.shop.DemoOrders;

/**
 * Every page and dialog of the modules by its name, with returns in each status to show, and how one comes to it. A page that the
 * modules get is added here, where tests and pictures of all pages take them from.
 */
final class EveryPage {

    private static final long FERN = 1;
    private static final long POT = 5;
    private static final FilePayload LABEL = new FilePayload("label.pdf", "application/pdf", TestShop.LABEL);

    private final String email = "pages-" + UUID.randomUUID() + "@example.com";
    private final String emptyEmail = "no-pages-" + UUID.randomUUID() + "@example.com";
    private final String order;
    private final String oldOrder;
    private final String draftToken;
    private final ReturnRequest asked;
    private final ReturnRequest labelled;
    private final ReturnRequest received;
    private final ReturnRequest accepted;
    private final ReturnRequest refused;
    private final ReturnRequest paid;
    private final ReturnRequest failed;
    private final String withdrawal;
    private final String guestEmail = "no-account-" + UUID.randomUUID() + "@example.com";
    private final String guestOrder;
    private final ReturnRequest ofGuest;
    private final String takenOrder;

    EveryPage() {
        TestShop.newCustomer(email, "Clara", "Leaf");
        TestShop.newCustomer(emptyEmail, "Nora", "None");
        order = TestShop.newOrder(email, Map.of(FERN, 9, POT, 3));
        oldOrder = TestShop.newOrder(email, 100, Map.of(FERN, 1));
        asked = TestShop.send(TestShop.draft(order, "photo.png"), order);
        labelled = TestShop.request(order, 1, 1);
        TestShop.sendLabel(labelled);
        received = TestShop.change(TestShop.request(order, 0, 2), ReturnStatus.RECEIVED, false);
        accepted = TestShop.change(TestShop.change(TestShop.request(order, 0, 2), ReturnStatus.RECEIVED, false),
            ReturnStatus.ACCEPTED, false);
        String paidOrder = TestShop.bean(DemoOrders.class).submitPaidByCard(email, Map.of(POT, 1));
        paid = TestShop.change(TestShop.change(TestShop.request(paidOrder, 0, 1), ReturnStatus.RECEIVED, false),
            ReturnStatus.ACCEPTED, false);
        refused = TestShop.change(TestShop.request(order, 0, 1), ReturnStatus.REFUSED, false);
        failed = TestShop.change(TestShop.change(TestShop.request(order, 0, 1), ReturnStatus.RECEIVED, false),
            ReturnStatus.ACCEPTED, false);
        ReturnTables.refunded(failed, "12.34", "0.00", "FAILED");
        TestShop.change(TestShop.request(order, 0, 1), ReturnStatus.CANCELLED, false);
        draftToken = TestShop.draft(order, "photo.png").getToken();
        takenOrder = TestShop.bean(DemoOrders.class).submitAsGuest(email, 1, Map.of(FERN, 1));
        ReturnTables.takenOver(takenOrder, email);
        withdrawal = TestShop.bean(Withdrawals.class).state(new StateWithdrawal(WithdrawalContent.typed("Clara Leaf", order, email, "",
            Locale.ENGLISH), UUID.randomUUID().toString(), false, null)).number();
        await().until(() -> ReturnTables.database().queryForObject("select count(*) from RTN_WITHDRAWAL where WITHDRAWAL_NUMBER = ?"
            + " and ORDER_ID is not null", Integer.class, withdrawal) == 1);
        guestOrder = TestShop.bean(DemoOrders.class).submitAsGuest(guestEmail, "Camille", "Roux", Map.of(FERN, 3));
        ofGuest = TestShop.request(guestOrder, 0, 1);
        TestShop.sendLabel(ofGuest);
    }

    /** Of the customer whose returns all pages are about. */
    String email() {
        return email;
    }

    /** Of a customer without an order. */
    String emptyEmail() {
        return emptyEmail;
    }

    /** For a merchant who may do everything. */
    Map<String, Consumer<Page>> ofTheBackOffice() {
        Map<String, Consumer<Page>> pages = new LinkedHashMap<>();
        pages.put("list", page -> backOffice(page, "/returns?view=all"));
        pages.put("list-to-do", page -> backOffice(page, "/returns?view=todo"));
        pages.put("list-of-nothing", page -> backOffice(page, "/returns?view=all&q=nobody-of-this-name"));
        for (ReturnRequest shown : new ReturnRequest[] {asked, labelled, received, accepted, refused, failed}) {
            pages.put("order-" + name(shown), page -> backOffice(page, "/returns/" + shown.getNumber()));
        }
        pages.put("order-note", page -> {
            panel(page, asked).locator(".rtn-note summary").click();
            panel(page, asked, ".rtn-note-save").waitFor();
        });
        pages.put("order-legal-basis", page -> panel(page, asked).locator(".rtn-basis summary").click());
        for (String status : new String[] {"LABEL_SENT", "RECEIVED", "CANCELLED"}) {
            pages.put("status-" + status.toLowerCase().replace('_', '-'), page -> status(page, asked, status));
        }
        for (String status : new String[] {"ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED"}) {
            pages.put("status-" + status.toLowerCase().replace('_', '-'), page -> status(page, received, status));
        }
        pages.put("status-reopened", page -> status(page, accepted, "RECEIVED"));
        pages.put("status-without-label", page -> {
            status(page, asked, "LABEL_SENT");
            page.click("#rtn-update");
            page.locator("#rtn-status-form .rtn-error:visible").first().waitFor();
        });
        pages.put("status-preview", page -> {
            status(page, asked, "LABEL_SENT");
            page.setInputFiles("#rtn-label", LABEL);
            page.click("#rtn-update");
            page.locator("#rtn-apply-and-send").waitFor();
        });
        pages.put("status-discard", page -> {
            status(page, asked, "RECEIVED");
            page.fill("#rtn-message", "Half a message");
            page.click("#rtn-close");
            page.locator("#rtn-discard-no").waitFor();
        });
        pages.put("correct", page -> dialog(page, asked, ".rtn-correct", "#rtn-correct-form"));
        pages.put("correct-objection", page -> {
            dialog(page, asked, ".rtn-correct", "#rtn-correct-form");
            page.click("#rtn-update");
            page.locator(".rtn-modal .rtn-error:visible").first().waitFor();
        });
        pages.put("correct-preview", page -> {
            dialog(page, asked, ".rtn-correct", "#rtn-correct-form");
            page.locator(".rtn-correct-line input[name$='.quantity']").first().fill("2");
            page.fill("#rtn-note", "A call");
            page.click("#rtn-update");
            page.locator("#rtn-apply").waitFor();
        });
        pages.put("create", page -> dialog(page, asked, "#returns .rtn-create-return", "#rtn-create-form"));
        pages.put("refund", page -> dialog(page, accepted, ".rtn-refund-open", "#rtn-refund-form"));
        pages.put("refund-preview", page -> {
            dialog(page, paid, ".rtn-refund-open", "#rtn-refund-form");
            page.click("#rtn-update");
            page.locator("#rtn-apply").waitFor();
        });
        pages.put("photo", page -> {
            panel(page, asked).locator(".rtn-photo-link").first().click();
            page.locator(".rtn-photo-close").waitFor();
        });
        pages.put("mails", page -> backOffice(page, "/return-mails"));
        pages.put("mail-text", page -> {
            backOffice(page, "/return-mails");
            page.locator(".rtn-edit-mail").first().click();
            page.locator("#rtn-mail-text-form").waitFor();
        });
        pages.put("waiting", page -> backOffice(page, "/return-waiting"));
        pages.put("settings", page -> backOffice(page, "/return-settings"));
        pages.put("withdrawals", page -> backOffice(page, "/return-withdrawals?view=ALL"));
        pages.put("withdrawal", page -> backOffice(page, "/return-withdrawals/" + withdrawal));
        pages.put("withdrawal-return", page -> backOffice(page, "/return-withdrawals/" + withdrawal + "/return"));
        pages.put("withdrawal-return-objection", page -> {
            backOffice(page, "/return-withdrawals/" + withdrawal + "/return");
            page.locator("input.rtn-units").first().fill("99");
            page.click("#rtn-make-return");
            page.locator(".rtn-alert").waitFor();
        });
        pages.put("withdrawal-enter", page -> backOffice(page, "/return-withdrawals/enter"));
        return pages;
    }

    /** For the customer. */
    Map<String, Consumer<Page>> ofTheStorefront() {
        Map<String, Consumer<Page>> pages = new LinkedHashMap<>();
        pages.put("returns", page -> storefront(page, "/account/returns"));
        for (ReturnRequest shown : new ReturnRequest[] {asked, labelled, received, accepted, refused}) {
            pages.put("return-" + name(shown), page -> storefront(page, "/account/returns/" + shown.getNumber()));
        }
        pages.put("return-sent", page -> {
            storefront(page, "/account/returns/" + labelled.getNumber());
            page.click("#rtn-sent > summary");
        });
        pages.put("cancel", page -> storefront(page, "/account/returns/" + asked.getNumber() + "/cancel"));
        pages.put("cancel-again", page -> {
            storefront(page, "/account/returns/" + labelled.getNumber() + "/cancel");
            page.click("#rtn-cancel-confirm");
            page.locator(".rtn-cancel-again").waitFor();
        });
        pages.put("orders", page -> storefront(page, "/account/orders"));
        pages.put("order", page -> storefront(page, "/account/orders/" + order));
        pages.put("order-too-old", page -> storefront(page, "/account/orders/" + oldOrder));
        pages.put("request", page -> storefront(page, FormAddresses.form(order)));
        pages.put("request-errors", page -> {
            storefront(page, FormAddresses.form(order));
            page.click("#rtn-submit");
            page.locator(".rtn-error:visible").first().waitFor();
        });
        pages.put("request-too-old", page -> storefront(page, FormAddresses.form(oldOrder)));
        pages.put("request-begun", page -> storefront(page, FormAddresses.draft(order, draftToken + "/edit")));
        pages.put("request-photos", page -> storefront(page, FormAddresses.draft(order, draftToken + "/photos")));
        pages.put("request-summary", page -> storefront(page, FormAddresses.draft(order, draftToken)));
        pages.put("add-order", page -> storefront(page, "/account/returns/order/add"));
        pages.put("add-order-error", page -> {
            storefront(page, "/account/returns/order/add");
            page.click("#rtn-add-ask");
            page.locator("#rtn-order-fault").waitFor();
        });
        pages.put("add-order-code", page -> {
            storefront(page, "/account/returns/order/add");
            page.fill("#rtn-order", "PL-9999");
            page.click("#rtn-add-ask");
            page.locator("#rtn-code-form").waitFor();
        });
        pages.put("added-order", page -> storefront(page, "/account/returns/order?order=" + takenOrder));
        pages.put("withdrawal", page -> storefront(page, "/withdrawal?order=" + order));
        pages.put("withdrawal-typed", page -> storefront(page, "/withdrawal?typed=1"));
        pages.put("withdrawal-errors", page -> {
            storefront(page, "/withdrawal?typed=1");
            page.fill("#rtn-order", "");
            page.click("#rtn-continue");
            page.locator(".rtn-error:visible").first().waitFor();
        });
        pages.put("withdrawal-review", page -> {
            storefront(page, "/withdrawal?order=" + order);
            page.click("#rtn-continue");
            page.locator("#rtn-confirm").waitFor();
        });
        pages.put("withdrawal-receipt", page -> {
            storefront(page, "/withdrawal?order=" + order);
            page.click("#rtn-continue");
            page.click("#rtn-confirm");
            page.locator("#rtn-withdrawal-number").waitFor();
        });
        pages.put("return-of-nobody", page -> storefront(page, "/account/returns/R0000-0000"));
        return pages;
    }

    /** For the customer without an order. */
    Map<String, Consumer<Page>> ofTheEmptyAccount() {
        return Map.of("returns-none", page -> storefront(page, "/account/returns"));
    }

    /** For somebody without an account; what they cannot see before, they let themselves in to. */
    Map<String, Consumer<Page>> ofTheGuest() {
        Map<String, Consumer<Page>> pages = new LinkedHashMap<>();
        pages.put("guest-entrance", page -> storefront(page, "/returns"));
        pages.put("guest-entrance-ended", page -> storefront(page, "/returns?ended=true"));
        pages.put("guest-entrance-errors", page -> {
            storefront(page, "/returns");
            page.click("#rtn-guest-ask");
            page.locator(".rtn-error:visible").first().waitFor();
        });
        pages.put("guest-code", page -> ask(page, "PL-999999"));
        pages.put("guest-code-wrong", page -> {
            ask(page, "PL-999999");
            page.fill("#rtn-code", "0000 0000");
            page.click("#rtn-guest-enter");
            page.locator("#rtn-code-fault").waitFor();
        });
        pages.put("guest-order", page -> inside(page, "/returns/order"));
        pages.put("guest-request", page -> inside(page, "/returns/new?order=" + guestOrder));
        pages.put("guest-return", page -> inside(page, "/returns/" + ofGuest.getNumber()));
        pages.put("guest-return-of-nobody", page -> inside(page, "/returns/R0000-0000"));
        pages.put("guest-withdrawal", page -> storefront(page, "/withdrawal"));
        return pages;
    }

    /** What is shown is the same for every number. */
    private void ask(Page page, String number) {
        storefront(page, "/returns");
        page.fill("#rtn-order", number);
        page.fill("#rtn-email", guestEmail);
        page.click("#rtn-guest-ask");
        page.locator("#rtn-code-form").waitFor();
    }

    private void inside(Page page, String address) {
        storefront(page, "/returns/order");
        if (page.locator("#rtn-guest-form").count() > 0) {
            int before = Guest.codes(guestOrder).size();
            ask(page, guestOrder);
            await().until(() -> Guest.codes(guestOrder).size() > before);
            page.fill("#rtn-code", Guest.codes(guestOrder).get(before));
            page.click("#rtn-guest-enter");
            page.locator("#rtn-leave-form").waitFor();
        }
        storefront(page, address);
    }

    private String name(ReturnRequest shown) {
        return shown == asked ? "requested" : shown == labelled ? "label-sent" : shown == received ? "received"
            : shown == accepted ? "accepted" : shown == refused ? "refused" : "refund-failed";
    }

    private static void backOffice(Page page, String address) {
        page.navigate(TestShop.get().adminUrl() + address);
    }

    private static void storefront(Page page, String address) {
        page.navigate(TestShop.get().siteUrl() + address);
    }

    private static Locator panel(Page page, ReturnRequest shown) {
        backOffice(page, "/returns/" + shown.getNumber());
        return page.locator("#return-" + shown.getNumber());
    }

    private static Locator panel(Page page, ReturnRequest shown, String part) {
        return page.locator("#return-" + shown.getNumber() + " " + part);
    }

    private static void dialog(Page page, ReturnRequest shown, String button, String form) {
        backOffice(page, "/returns/" + shown.getNumber());
        page.click(button.startsWith("#") ? button : "#return-" + shown.getNumber() + " " + button);
        page.locator(form).waitFor();
    }

    private static void status(Page page, ReturnRequest shown, String status) {
        dialog(page, shown, ".rtn-update-status", "#rtn-status-form");
        if (status.equals("LABEL_SENT")) {
            page.click("#rtn-send-label");
        } else {
            page.selectOption("#rtn-status", status);
        }
    }
}
