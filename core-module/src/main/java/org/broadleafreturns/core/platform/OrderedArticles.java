package org.broadleafreturns.core.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.catalog.domain.SkuImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafcommerce.core.order.service.type.FulfillmentType;
import org.broadleafreturns.core.platform.OrderedLine.Nature;

/**
 * Reads the lines of orders in as many queries for many orders as for one. The platform's own records do not serve for that:
 * every order item brings its article, its product, their categories and the parents of these, one after another.
 *
 * <p>What is in an order itself and what is in its bundles is read apart, each by what has an index. Asked for both at once,
 * PostgreSQL reads all order items of the shop. Where there are no bundles nothing is asked of them.
 */
class OrderedArticles {

    private static final String OF_BUNDLES = ".bundleOrderItem.id in (:ids)";
    /** Identifier, name, quantity, and whether it is a bundle: 1 or 0. */
    private static final String ITEMS = "i.id, i.name, i.quantity, (select count(b.id) from BundleOrderItemImpl b where b.id = i.id)"
        + " from OrderItemImpl i where i.order.id in (:ids) order by i.id";
    private static final List<String> NOT_PHYSICAL =
        List.of(FulfillmentType.DIGITAL.getType(), FulfillmentType.GIFT_CARD.getType());

    private final EntityManager entityManager;

    OrderedArticles(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** An order item that has an article, as it is stored. */
    private record Article(Long itemId, Long bundleItemId, String name, int quantity, Long sku, String ownType, String defaultType,
            Long product, List<String> codes) {

        Article(Object[] row) {
            this((Long) row[0], (Long) row[1], (String) row[2], (Integer) row[3], (Long) row[4], (String) row[5], (String) row[6],
                first(row[7], row[8], row[9]), codesIn(row, 10));
        }

        /** What the platform goes by before it looks at categories; empty if nothing is set. */
        String type() {
            return Stream.of(ownType, defaultType).filter(type -> type != null && !type.isEmpty()).findFirst().orElse("");
        }
    }

    /**
     * @param orders identifiers
     * @return by identifier of the order, lines in the order of their identifiers; bundles are flattened into their parts
     */
    Map<Long, List<OrderedLine>> of(Collection<Long> orders) {
        Map<Long, List<OrderedLine>> lines = new LinkedHashMap<>();
        orders.forEach(order -> lines.put(order, new ArrayList<>()));
        if (orders.isEmpty()) {
            return lines;
        }
        List<Object[]> items = query("select i.order.id, " + ITEMS, orders);
        Map<Long, Long> bundles = bundles(items.stream().filter(row -> isBundle(row[4])).map(row -> (Long) row[1]).toList());
        List<Article> articles = articles(".id in (:ids)",
            items.stream().map(row -> (Long) row[1]).filter(item -> !bundles.containsKey(item)).toList());
        List<Article> parts = articles(OF_BUNDLES, bundles.keySet());
        Map<Long, Article> byItem = articles.stream().collect(Collectors.toMap(Article::itemId, Function.identity()));
        Map<Long, List<Article>> byBundle = parts.stream().collect(Collectors.groupingBy(Article::bundleItemId));
        Set<Long> doubtful = productsInCategoriesThatAreNotPhysical(Stream.concat(articles.stream(), parts.stream()));
        for (Object[] row : items) {
            Long item = (Long) row[1];
            int quantity = (Integer) row[3];
            List<OrderedLine> found = lines.get((Long) row[0]);
            if (bundles.containsKey(item)) {
                byBundle.getOrDefault(item, List.of()).forEach(part -> found.add(line(part, part.quantity() * quantity,
                    bundles.get(item), doubtful)));
            } else if (byItem.containsKey(item)) {
                found.add(line(byItem.get(item), quantity, null, doubtful));
            } else {
                found.add(new OrderedLine(item, new Item(item), (String) row[2], null, quantity, Nature.PHYSICAL, null, null));
            }
        }
        return lines;
    }

    /** The units of some orders' lines by identifier of the item; those of a part of a bundle as in {@link #of}. */
    Map<Long, Integer> unitsOf(Collection<Long> orders) {
        Map<Long, Integer> own = new HashMap<>();
        Set<Long> bundles = new HashSet<>();
        for (Object[] row : query("select " + ITEMS, orders)) {
            own.put((Long) row[0], (Integer) row[2]);
            if (isBundle(row[3])) {
                bundles.add((Long) row[0]);
            }
        }
        Map<Long, Integer> units = new HashMap<>(own);
        units.keySet().removeAll(bundles);
        query("select d.id, d.quantity, d.bundleOrderItem.id from DiscreteOrderItemImpl d where d" + OF_BUNDLES, bundles)
            .forEach(row -> units.put((Long) row[0], (Integer) row[1] * own.getOrDefault((Long) row[2], 0)));
        return units;
    }

    private OrderedLine line(Article article, int quantity, Long bundle, Set<Long> doubtful) {
        return new OrderedLine(article.itemId(), new Item(article.itemId()),
            article.name() == null ? new Item(article.itemId()).get().getName() : article.name(),
            article.sku() == null ? null : article.sku().toString(), quantity, nature(article, doubtful), article.product(), bundle,
            article.codes());
    }

    private static boolean isBundle(Object count) {
        return ((Number) count).intValue() > 0;
    }

    /** Read only for those who look at it: it brings its article, its product and their categories. */
    private final class Item implements OrderedLine.Source {

        private final Long id;

        Item(Long id) {
            this.id = id;
        }

        @Override
        public OrderItem get() {
            return entityManager.find(OrderItemImpl.class, id);
        }

        @Override
        public OrderItem reference() {
            return entityManager.getReference(OrderItemImpl.class, id);
        }
    }

    /** @param which condition on the items, with {@code ids} for those it is about */
    private List<Article> articles(String which, Collection<Long> ids) {
        return query("select d.id, d.bundleOrderItem.id, d.name, d.quantity, s.id, s.fulfillmentType, ds.fulfillmentType,"
            + " d.product.id, s.defaultProduct.id, p.id, " + SkuCodes.SELECTED
            + " from DiscreteOrderItemImpl d left join d.sku s left join s.product p left join p.defaultSku ds"
            + " where d" + which + " order by d.id", ids).stream().map(Article::new).toList();
    }

    /** For each order item that is a bundle, the bundle's own product, which may be null. */
    private Map<Long, Long> bundles(Collection<Long> items) {
        Map<Long, Long> bundles = new LinkedHashMap<>();
        query("select b.id, b.productBundle.id, s.defaultProduct.id, p.id from BundleOrderItemImpl b left join b.sku s"
            + " left join s.product p where b.id in (:ids)", items)
            .forEach(row -> bundles.put((Long) row[0], first(row[1], row[2], row[3])));
        return bundles;
    }

    /**
     * Where an article has no type of its own, one of its categories has a say. Which one, the platform decides by rules that
     * differ from line to line; it is asked only where the answer can be anything but physical.
     */
    private Set<Long> productsInCategoriesThatAreNotPhysical(Stream<Article> articles) {
        Set<Long> products = articles.filter(article -> article.type().isEmpty() && article.product() != null)
            .map(Article::product).collect(Collectors.toSet());
        if (products.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(entityManager.createQuery("select p.id from ProductImpl p left join p.defaultCategory c"
            + " where p.id in (:ids) and (c.fulfillmentType in (:types) or exists (select x.id from CategoryProductXrefImpl x"
            + " where x.product.id = p.id and x.category.fulfillmentType in (:types)))", Long.class)
            .setParameter("ids", products).setParameter("types", NOT_PHYSICAL).getResultList());
    }

    private Nature nature(Article article, Set<Long> doubtful) {
        String type = article.type();
        if (type.isEmpty() && doubtful.contains(article.product())) {
            FulfillmentType decided = entityManager.find(SkuImpl.class, article.sku()).getFulfillmentType();
            type = decided == null ? "" : decided.getType();
        }
        if (FulfillmentType.DIGITAL.getType().equals(type)) {
            return Nature.DIGITAL;
        }
        return FulfillmentType.GIFT_CARD.getType().equals(type) ? Nature.GIFT_CARD : Nature.PHYSICAL;
    }

    private List<Object[]> query(String query, Collection<Long> ids) {
        return ids.isEmpty() ? List.of()
            : entityManager.createQuery(query, Object[].class).setParameter("ids", ids).getResultList();
    }

    /** What {@link SkuCodes#SELECTED} has found, from a place in a row to its end. */
    static List<String> codesIn(Object[] row, int first) {
        return Stream.of(row).skip(first).filter(code -> code != null).map(Object::toString).toList();
    }

    private static Long first(Object... ids) {
        return Stream.of(ids).filter(id -> id != null).map(Long.class::cast).findFirst().orElse(null);
    }
}
