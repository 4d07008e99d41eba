package org.broadleafreturns.demo;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.demo.shop.DemoOrders;

/** Somebody without an account, who comes to their order with a code from a mail. */
final class Guest {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{4} \\d{4})\\b");

    final HttpVisitor visitor;
    final String order;
    final String email;

    private Guest(String order, String email) {
        this(HttpVisitor.onSite(), order, email);
    }

    private Guest(HttpVisitor visitor, String order, String email) {
        this.visitor = visitor;
        this.order = order;
        this.email = email;
    }

    /** Who has ordered something just now. */
    static Guest withOrder(String email, Map<Long, Integer> products) {
        return new Guest(TestShop.bean(DemoOrders.class).submitAsGuest(email, 1, products), email);
    }

    /** Who has said what they are called. */
    static Guest named(String firstName, String lastName, String email, Map<Long, Integer> products) {
        return new Guest(TestShop.bean(DemoOrders.class).submitAsGuest(email, firstName, lastName, products), email);
    }

    /** Who has come in, besides. */
    static Guest inside(String email, Map<Long, Integer> products) {
        return withOrder(email, products).comeIn();
    }

    Guest comeIn() {
        HttpResponse<String> answer = enter(code());
        if (answer.statusCode() != 302) {
            throw new AssertionError("Not let in: " + answer.statusCode());
        }
        return this;
    }

    /** Another one, or the same person in another browser, who says that an order is theirs. */
    static Guest saying(String order, String email) {
        return new Guest(order, email);
    }

    /** The same in the browser of another one. */
    Guest in(Guest other) {
        return new Guest(other.visitor, order, email);
    }

    HttpResponse<String> ask() {
        return post("/returns", Map.of("order", order, "email", email));
    }

    /** Asks, and reads the mail. */
    String code() {
        int before = codes(order).size();
        ask();
        await().until(() -> codes(order).size() > before);
        return codes(order).get(before);
    }

    /** Waits until the shop has dealt with all that was asked for with that address, whether a code came of it or not. */
    void awaitTheShop() {
        await().until(() -> ReturnTables.database().queryForList("select ENTRY_ID from RTN_GUEST_ENTRY where EMAIL = ?", Long.class, email)
            .stream().allMatch(entry -> ReturnTables.count(
                "RTN_SCHEDULED_TASK where TASK_NAME = 'rtn-guest-code' and TASK_INSTANCE = '" + entry + "'") == 0));
    }

    HttpResponse<String> enter(String code) {
        return post("/returns/code", Map.of("code", code));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrfToken", token());
        return visitor.post(path, all);
    }

    /** The session's, which every page with a form has. */
    String token() {
        return visitor.token("/returns");
    }

    /** All that were mailed for an order, oldest first. */
    static List<String> codes(String order) {
        return Arrays.stream(TestShop.get().mailServer().getReceivedMessages())
            .filter(mail -> ReceivedMails.subject(mail).matches("(Your code for order|Votre code pour la commande) " + order))
            .map(ReceivedMails::text).map(CODE::matcher).filter(Matcher::find).map(found -> found.group(1)).toList();
    }
}
