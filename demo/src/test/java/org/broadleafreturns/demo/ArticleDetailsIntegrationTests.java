package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.catalog.domain.ProductOptionValue;
import org.broadleafcommerce.core.catalog.domain.ProductOptionValueImpl;
import org.broadleafcommerce.core.catalog.domain.SkuImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafcommerce.core.order.domain.PersonalMessage;
import org.broadleafcommerce.core.order.domain.PersonalMessageImpl;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What tells ordered goods of one name apart, as the platform keeps it. */
class ArticleDetailsIntegrationTests {

    private static final String CUSTOMER = "options@example.com";
    private static final long POT = 5;
    private static final long GLOVES = 10;
    private static final long SIGN = 11;
    private static final long BALCONY_SET = 12;

    @BeforeAll
    static void customer() {
        TestShop.newCustomer(CUSTOMER, "Olga", "Opt");
    }

    @Test
    void optionsAreToldInTheReadersLanguageAndInTheShopsSequence() {
        String order = order(chosen(GLOVES, Map.of("COLOR", "Green", "SIZE", "M")));

        assertThat(details(order, Locale.ENGLISH)).containsExactly(List.of("Size: M", "Colour: Green"));
        assertThat(details(order, Locale.FRENCH)).containsExactly(List.of("Taille\u00a0: M", "Couleur\u00a0: vert"));
        assertThat(details(order, Locale.CANADA_FRENCH)).containsExactly(List.of("Taille\u00a0: M", "Couleur\u00a0: vert"));
        assertThat(details(order, Locale.GERMAN)).containsExactly(List.of("Size: M", "Colour: Green"));
    }

    @Test
    void aChoiceThatWasRecordedInTheShoppersLanguageIsReadInAnother() {
        String order = order(chosen(GLOVES, Map.of("COLOR", "vert")));

        assertThat(details(order, Locale.ENGLISH)).containsExactly(List.of("Colour: Green"));
    }

    @Test
    void whatWasTypedIsQuotedAndNotesOfOthersAreNotShown() {
        String order = order(chosen(SIGN, Map.of("ENGRAVING", "Size: XL\n<b>", "x-campaign", "autumn")),
            chosen(GLOVES, Map.of("SIZE", "XXL, free")));

        assertThat(details(order, Locale.ENGLISH))
            .containsExactly(List.of("Engraving: \u201cSize: XL <b>\u201d"), List.of("Size: \u201cXXL, free\u201d"));
    }

    @Test
    void theOrderKeepsWhatWasChosenWhenTheProductLosesTheOption() {
        long product = TestCatalogue.article(TestCatalogue.category(null));
        database().update("insert into BLC_PRODUCT_OPTION_XREF (PRODUCT_OPTION_XREF_ID, PRODUCT_ID, PRODUCT_OPTION_ID)"
            + " values (?, ?, 1)", product, product);
        String order = order(chosen(product, Map.of("SIZE", "L")));
        database().update("delete from BLC_PRODUCT_OPTION_XREF where PRODUCT_OPTION_XREF_ID = ?", product);

        assertThat(details(order, Locale.FRENCH)).containsExactly(List.of("Taille\u00a0: L"));
    }

    @Test
    void whatTheOrderDoesNotTellTheSkuDoes() {
        long product = TestCatalogue.article(TestCatalogue.category(null));
        TestShop.inTransaction(() -> {
            EntityManager entities = TestShop.entityManager();
            List<ProductOptionValue> values = new ArrayList<>(List.of(entities.find(ProductOptionValueImpl.class, 2L),
                entities.find(ProductOptionValueImpl.class, 5L)));
            entities.find(SkuImpl.class, product).setProductOptionValues(values);
            return null;
        });

        assertThat(details(order(new OrderItemRequestDTO(product, 1)), Locale.FRENCH))
            .containsExactly(List.of("Taille\u00a0: M", "Couleur\u00a0: brun"));
        assertThat(details(order(chosen(product, Map.of("COLOR", "Green"))), Locale.ENGLISH))
            .containsExactly(List.of("Size: M", "Colour: Green"));
    }

    @Test
    void aPartSaysWhichSetItCameIn() {
        String order = order(new OrderItemRequestDTO(POT, 1), new OrderItemRequestDTO(BALCONY_SET, 1));

        assertThat(details(order, Locale.ENGLISH))
            .containsExactly(List.of(), List.of("Part of: Balcony set"), List.of("Part of: Balcony set"));
        assertThat(details(order, Locale.FRENCH)).contains(List.of("Fait partie de\u00a0: Balcony set"));
    }

    @Test
    void whatWasAddedToAnArticleSaysToWhich() {
        String order = order(chosen(GLOVES, Map.of("SIZE", "S")), new OrderItemRequestDTO(POT, 1));
        List<Long> items = items(order);
        database().update("update BLC_ORDER_ITEM set PARENT_ORDER_ITEM_ID = ? where ORDER_ITEM_ID = ?", items.get(0), items.get(1));

        assertThat(TestShop.bean(ShopOrders.class).detailsOf(items, Locale.ENGLISH).get(items.get(1)).words())
            .containsExactly("Goes with: Garden gloves (Size: S)");
    }

    @Test
    void aPersonalMessageTellsApartToo() {
        String order = order(new OrderItemRequestDTO(POT, 1));
        Long item = items(order).get(0);
        TestShop.inTransaction(() -> {
            PersonalMessage message = new PersonalMessageImpl();
            message.setMessageTo("Anna");
            message.setMessage("Happy\nbirthday");
            OrderItem stored = TestShop.entityManager().find(OrderItemImpl.class, item);
            stored.setPersonalMessage(message);
            return null;
        });

        assertThat(details(order, Locale.ENGLISH))
            .containsExactly(List.of("For: \u201cAnna\u201d", "Message: \u201cHappy birthday\u201d"));
    }

    @Test
    void manyLinesTakeAsManyQueriesAsFew() {
        List<Long> few = items(order(chosen(GLOVES, Map.of("SIZE", "S", "COLOR", "vert")), new OrderItemRequestDTO(BALCONY_SET, 1)));
        List<OrderItemRequestDTO> articles = new ArrayList<>(List.of(new OrderItemRequestDTO(BALCONY_SET, 1)));
        IntStream.range(0, 30).forEach(i -> articles.add(chosen(SIGN, i + 1, Map.of("ENGRAVING", "Row " + i))));
        articles.add(chosen(GLOVES, 1, Map.of("SIZE", "M", "COLOR", "brun")));
        articles.add(chosen(GLOVES, 2, Map.of("SIZE", "L", "COLOR", "Green")));
        List<Long> many = items(order(articles.toArray(OrderItemRequestDTO[]::new)));

        assertThat(many).hasSizeGreaterThan(30);
        assertThat(queriesFor(few)).isPositive().isEqualTo(queriesFor(many));
    }

    private static long queriesFor(List<Long> items) {
        return Queries.of(() -> TestShop.inTransaction(() ->
            assertThat(TestShop.bean(ShopOrders.class).detailsOf(items, Locale.FRENCH)).hasSameSizeAs(items)));
    }

    private static OrderItemRequestDTO chosen(long product, Map<String, String> attributes) {
        return chosen(product, 1, attributes);
    }

    private static OrderItemRequestDTO chosen(long product, int quantity, Map<String, String> attributes) {
        return new OrderItemRequestDTO(product, quantity).setItemAttributes(new HashMap<>(attributes));
    }

    private static String order(OrderItemRequestDTO... items) {
        return TestShop.bean(DemoOrders.class).submit(CUSTOMER, List.of(items));
    }

    private static List<Long> items(String order) {
        return TestShop.inTransaction(() -> {
            ShopOrders orders = TestShop.bean(ShopOrders.class);
            return orders.linesOf(orders.findByNumber(order).orElseThrow()).stream().map(OrderedLine::itemId).toList();
        });
    }

    private static List<List<String>> details(String order, Locale language) {
        List<Long> items = items(order);
        Map<Long, ArticleDetails> details = TestShop.bean(ShopOrders.class).detailsOf(items, language);
        return items.stream().map(item -> details.get(item).words()).toList();
    }

    private static JdbcTemplate database() {
        return ReturnTables.database();
    }
}
