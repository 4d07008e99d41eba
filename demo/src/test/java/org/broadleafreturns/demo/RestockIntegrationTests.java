package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import javax.persistence.EntityManagerFactory;
import org.broadleafcommerce.common.extension.ExtensionResultHolder;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.inventory.service.AbstractInventoryServiceExtensionHandler;
import org.broadleafcommerce.core.inventory.service.InventoryServiceExtensionManager;
import org.broadleafreturns.core.kernel.NamedTexts;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.restock.StockViews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.springframework.util.ClassUtils;

/** What the platform makes of stock that comes back: of articles that are not sold, not counted or counted elsewhere, and of sets. */
class RestockIntegrationTests {

    private static final long CHEESE_PLANT = 2;
    private static final long POT = 5;
    private static final long CAN = 7;
    private static final long SET = 12;
    private static final boolean ON_31 = ClassUtils.isPresent("org.hibernate.ejb.HibernatePersistence", null);

    private final Stock stock = new Stock(TestShop.get().siteContext());

    @AfterEach
    void asItWas() {
        ReturnTables.database().update("update BLC_SKU set ACTIVE_END_DATE = null where SKU_ID = ?", CAN);
        ReturnTables.database().update("update BLC_SKU set INVENTORY_TYPE = null where SKU_ID = ?", CHEESE_PLANT);
        forget();
    }

    /** The platform would take the quantity that comes back for all there is. */
    @Test
    void ofAnArticleThatIsNotSoldAnyMoreWhatIsThereStays() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(CAN, 2)), 0, 2);
        int before = stock.of(CAN);
        ReturnTables.database().update("update BLC_SKU set ACTIVE_END_DATE = TIMESTAMP '2021-01-01 00:00:00' where SKU_ID = ?", CAN);
        forget();

        become(request, ReturnStatus.ACCEPTED);
        assertThat(stock.of(CAN)).isEqualTo(before + 2);
        become(request, ReturnStatus.RECEIVED);
        assertThat(stock.of(CAN)).isEqualTo(before);
    }

    @Test
    void aWholeSetGoesBackWithItsPartsAndASinglePartAlone() {
        ReturnRequest one = TestShop.request(TestShop.newOrder("john@example.com", Map.of(SET, 2)), 0, 2);
        List<Integer> before = List.of(stock.of(POT), stock.of(CAN), stock.of(SET));
        become(one, ReturnStatus.ACCEPTED);
        boolean pots = stock.of(POT) > before.get(0);
        assertThat(stock.of(SET)).as("a set of which the other part is with the shopper").isEqualTo(before.get(2));

        ReturnRequest other = TestShop.request(one.getOrderNumber(), 1, pots ? 1 : 2);
        become(other, ReturnStatus.ACCEPTED);
        assertThat(stock.of(SET)).isEqualTo(before.get(2) + 1);

        String part = "PUT " + (pots ? 1 : 2) + " null";
        assertThat(notes(other)).containsExactlyInAnyOrder(part, "PUT 1 null");

        // One return takes the set that the other had completed: nobody is told that it is still there.
        become(one, ReturnStatus.RECEIVED);
        assertThat(stock.of(SET)).isEqualTo(before.get(2));
        assertThat(notes(one)).isEmpty();
        assertThat(notes(other)).containsExactly(part);
        become(one, ReturnStatus.ACCEPTED);
        assertThat(stock.of(SET)).isEqualTo(before.get(2) + 1);
        assertThat(notes(one)).hasSize(2).contains("PUT 1 null");
        assertThat(notes(other)).containsExactly(part);
        become(one, ReturnStatus.RECEIVED);
        become(other, ReturnStatus.RECEIVED);
        assertThat(notes(other)).isEmpty();
        assertThat(List.of(stock.of(POT), stock.of(CAN), stock.of(SET))).isEqualTo(before);
    }

    /** On 3.1 an article has no quantity unless the shop gives it one; 7.0 takes a missing one for none. */
    @Test
    void whereThePlatformKeepsNoQuantityNothingChangesAndThePanelKnowsWhy() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(CHEESE_PLANT, 2)), 0, 2);
        ReturnTables.database().update("update BLC_SKU set INVENTORY_TYPE = 'CHECK_QUANTITY' where SKU_ID = ?", CHEESE_PLANT);
        forget();

        become(request, ReturnStatus.ACCEPTED);

        Map<String, Object> movement = ReturnTables.database().queryForMap("select UNITS, UNITS_MOVED, OBSTACLE from RTN_STOCK_MOVEMENT"
            + " where REQUEST_ID = ?", request.getId());
        assertThat(movement).containsEntry("UNITS", 2).containsEntry("UNITS_MOVED", ON_31 ? 0 : 2)
            .containsEntry("OBSTACLE", ON_31 ? "UNREADABLE" : null);
        if (!ON_31) {
            assertThat(stock.of(CHEESE_PLANT)).isEqualTo(2);
            ReturnTables.database().update("update BLC_SKU set QUANTITY_AVAILABLE = null where SKU_ID = ?", CHEESE_PLANT);
        }
    }

    /** On 7.0 a product can count its default article for all of its variants. */
    @Test
    @DisabledIf("isOn31")
    void whereTheDefaultArticleIsCountedForAllVariantsThatOneGoesBack() {
        long variant = 990;
        // The platform sells no article without its options once there are variants.
        String order = TestShop.newOrder("john@example.com", Map.of(POT, 2));
        ReturnTables.database().update("insert into BLC_SKU (SKU_ID, ADDL_PRODUCT_ID, NAME, ACTIVE_START_DATE) values (?, ?, 'Large pot',"
            + " TIMESTAMP '2020-01-01 00:00:00')", variant, POT);
        ReturnTables.database().update("update BLC_PRODUCT set ENABLE_DEFAULT_SKU_IN_INVENTORY = true where PRODUCT_ID = ?", POT);
        try {
            ReturnTables.database().update("update BLC_DISCRETE_ORDER_ITEM set SKU_ID = ? where ORDER_ITEM_ID in"
                + " (select ORDER_ITEM_ID from BLC_ORDER_ITEM where ORDER_ID = ?)", variant, TestShop.orderId(order));
            forget();
            ReturnRequest request = TestShop.request(order, 0, 2);
            int before = stock.of(POT);

            become(request, ReturnStatus.ACCEPTED);
            assertThat(stock.of(POT)).isEqualTo(before + 2);
            become(request, ReturnStatus.RECEIVED);
            assertThat(stock.of(POT)).isEqualTo(before);
        } finally {
            ReturnTables.database().update("update BLC_PRODUCT set ENABLE_DEFAULT_SKU_IN_INVENTORY = false where PRODUCT_ID = ?", POT);
            ReturnTables.database().update("update BLC_SKU set ADDL_PRODUCT_ID = null where SKU_ID = ?", variant);
            forget();
        }
    }

    static boolean isOn31() {
        return ON_31;
    }

    /** A shop's own handler is asked by the platform's own calls, and nothing of ours changes a row. */
    @Test
    void whereAnotherHandlerAnswersItAloneCounts() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(POT, 3)), 0, 3);
        int before = stock.of(POT);
        InventoryServiceExtensionManager platform = TestShop.bean(InventoryServiceExtensionManager.class);
        List<String> asked = new ArrayList<>();
        Elsewhere elsewhere = new Elsewhere(asked, () -> 2);
        platform.registerHandler(elsewhere);
        try {
            become(request, ReturnStatus.ACCEPTED);
            become(request, ReturnStatus.RECEIVED);
        } finally {
            elsewhere.setEnabled(false);
            platform.getHandlers().remove(elsewhere);
        }

        assertThat(asked).containsExactly("put 3", "taken 2");
        assertThat(stock.of(POT)).isEqualTo(before);
        assertThat(ReturnTables.database().queryForList("select UNITS_MOVED from RTN_STOCK_MOVEMENT where REQUEST_ID = ?"
            + " order by RETURN_VERSION", Integer.class, request.getId())).containsExactly(3, 2);
    }

    /** Nothing was moved, so that nothing is taken back that an earlier decision would end with. */
    @Test
    void whatANotCountedArticleWasToBringIsSaidOfTheNewestDecisionAlone() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(CHEESE_PLANT, 2)), 0, 2);
        become(request, ReturnStatus.ACCEPTED);
        assertThat(notes(request)).containsExactly("NOT_PUT 2 NOT_COUNTED");

        become(request, ReturnStatus.RECEIVED);
        assertThat(notes(request)).isEmpty();
        become(request, ReturnStatus.REFUSED, Map.of("refused.reason", "USED"));
        assertThat(notes(request)).isEmpty();
        become(request, ReturnStatus.RECEIVED);
        become(request, ReturnStatus.ACCEPTED);
        assertThat(notes(request)).containsExactly("NOT_PUT 2 NOT_COUNTED");
    }

    private static List<String> notes(ReturnRequest request) {
        return TestShop.inTransaction(() -> TestShop.get().adminContext().getBean(StockViews.class)
            .notesOn(List.of(TestShop.bean(ReturnViews.class).shown(ReturnReference.to(request), Locale.ENGLISH).orElseThrow()))
            .getOrDefault(request.getId(), List.of()).stream()
            .map(note -> note.kind() + " " + note.units() + " " + note.obstacle()).toList());
    }

    @Test
    void othersAreToldWhatWentBackAndWhatWasTaken() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(POT, 2)), 0, 2);
        become(request, ReturnStatus.ACCEPTED);
        become(request, ReturnStatus.RECEIVED);

        String item = request.getLines().get(0).getOrderItemId() + ":";
        assertThat(told(request, "return.restocked")).isEqualTo(Map.of("items", item + 2, "left", "", "obstacles", ""));
        assertThat(told(request, "return.stock-taken-back")).isEqualTo(Map.of("items", item + 2, "left", "", "obstacles", ""));
    }

    private static Map<String, String> told(ReturnRequest request, String kind) {
        return NamedTexts.read(ReturnTables.database().queryForObject(
            "select EVENT_VALUES from RTN_EVENT where REQUEST_ID = ? and EVENT_KIND = ?", String.class, request.getId(), kind));
    }

    private static void become(ReturnRequest request, ReturnStatus to) {
        become(request, to, Map.of());
    }

    private static void become(ReturnRequest request, ReturnStatus to, Map<String, String> inputs) {
        ReturnRequest now = TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow());
        TestShop.bean(StatusChangeService.class).execute(new StatusChange(now.getNumber(), now.getVersion(), to, null, "Counted again",
            Map.of(), null, inputs), false, TestShop.ADMIN);
    }

    /** What the application has in its caches. */
    private static void forget() {
        TestShop.get().siteContext().getBean("entityManagerFactory", EntityManagerFactory.class).getCache().evictAll();
    }

    /** A warehouse that counts for itself. */
    private static final class Elsewhere extends AbstractInventoryServiceExtensionHandler {

        private final List<String> asked;
        private final IntSupplier there;

        Elsewhere(List<String> asked, IntSupplier there) {
            this.asked = asked;
            this.there = there;
        }

        @Override
        public ExtensionResultStatusType retrieveQuantitiesAvailable(Collection<Sku> skus, Map<String, Object> context,
                ExtensionResultHolder<Map<Sku, Integer>> result) {
            Map<Sku, Integer> quantities = new HashMap<>();
            skus.forEach(sku -> quantities.put(sku, there.getAsInt()));
            result.setResult(quantities);
            return ExtensionResultStatusType.HANDLED;
        }

        @Override
        public ExtensionResultStatusType incrementInventory(Map<Sku, Integer> units, Map<String, Object> context) {
            units.values().forEach(some -> asked.add("put " + some));
            return ExtensionResultStatusType.HANDLED;
        }

        @Override
        public ExtensionResultStatusType decrementInventory(Map<Sku, Integer> units, Map<String, Object> context) {
            units.values().forEach(some -> asked.add("taken " + some));
            return ExtensionResultStatusType.HANDLED;
        }
    }
}
