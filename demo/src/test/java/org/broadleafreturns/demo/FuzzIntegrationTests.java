package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.broadleafreturns.core.request.ReturnRequest;

/** In the shop of all tests, where no return is changed by it. */
@Tag("long")
class FuzzIntegrationTests extends Fuzz {

    private static final Set<String> KEPT = Set.of("RTN_REQUEST", "RTN_LINE", "RTN_JOURNAL_ENTRY", "mails");

    private static Session shopper;
    private static Session merchant;
    private static Map<String, String> before;

    @BeforeContainer
    static void twoWhoAreLoggedIn() {
        ReturnRequest johns = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 3)), 0, 1);
        String number = johns.getNumber();
        shopper = session(TestShop.get().siteUrl(), number, HttpVisitor.shopper("john@example.com"),
            FormAddresses.form(johns.getOrderNumber()), ModuleAddress.ofStorefront());
        merchant = session(TestShop.get().adminUrl(), number, HttpVisitor.merchant("admin"),
            "/order/" + TestShop.orderId(johns.getOrderNumber()), ModuleAddress.ofBackOffice());
        before = returns();
    }

    @AfterContainer
    static void noReturnWasChanged() {
        assertThat(returns()).isEqualTo(before);
    }

    // A seed of its own makes a run repeatable; another one tries other things.
    @Property(tries = 400, seed = "3381222376138339731")
    void theStorefrontTakesAnything(@ForAll("shots") Shot shot) {
        fire(shopper, shot);
    }

    @Property(tries = 600, seed = "-4571250934481293057")
    void theBackOfficeTakesAnything(@ForAll("shots") Shot shot) {
        fire(merchant, shot);
    }

    private static Map<String, String> returns() {
        return ReturnTables.contents().entrySet().stream().filter(table -> KEPT.contains(table.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
