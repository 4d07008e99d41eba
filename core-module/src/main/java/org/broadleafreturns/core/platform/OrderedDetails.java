package org.broadleafreturns.core.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.i18n.domain.TranslatedEntity;
import org.broadleafreturns.core.platform.DetailWords.Label;
import org.springframework.context.MessageSource;

/**
 * Reads what tells ordered articles from others of their name, in as many queries for many as for one.
 *
 * <p>The order keeps what was chosen and typed, in attributes of its items; what those do not tell, the SKU does. Like the
 * platform's own pages, this shows only attributes that are options of the catalogue: a shop and its modules keep notes of their
 * own beside them, and on 3.1 a shopper can send attributes of any name. An option that was taken from its product since is still
 * one as long as the catalogue has it.
 */
class OrderedDetails {

    private static final String LABEL = "label";
    private static final String VALUE = "attributeValue";
    /** What is read of every item, with what it has to do with others. */
    private static final String ITEM = "i.id, p.id, p.name, w.name, m.occasion, m.messageTo, m.messageFrom, m.message,"
        + " wm.occasion, wm.messageTo, wm.messageFrom, wm.message";
    private static final int ITEM_VALUES = 12;
    private static final String RELATED = " left join i.parentOrderItem p left join i.personalMessage m"
        + " left join i.giftWrapOrderItem w left join w.personalMessage wm";

    private final EntityManager entityManager;
    private final MessageSource messages;
    private final Set<String> furtherAttributes;

    /** @param furtherAttributes names of attributes that are shown although they are no options */
    OrderedDetails(EntityManager entityManager, MessageSource messages, Set<String> furtherAttributes) {
        this.entityManager = entityManager;
        this.messages = messages;
        this.furtherAttributes = Set.copyOf(furtherAttributes);
    }

    /** An order item, and what it has to do with others. */
    private record Item(Long id, Long parentId, String parentName, String wrapName, Message message, Message wrapMessage) {

        Item(Object[] row) {
            this((Long) row[0], (Long) row[1], (String) row[2], (String) row[3], new Message(row, 4), new Message(row, 8));
        }
    }

    /** What the platform calls a personal message. */
    private record Message(String occasion, String to, String from, String text) {

        Message(Object[] row, int first) {
            this((String) row[first], (String) row[first + 1], (String) row[first + 2], (String) row[first + 3]);
        }

        boolean isEmpty() {
            return Stream.of(occasion, to, from, text).allMatch(part -> part == null || part.isBlank());
        }
    }

    /** What the catalogue knows of an order item. */
    private record Article(Long sku, Long product, Long bundleId, String bundleName) {

        static final Article UNKNOWN = new Article(null, null, null, null);

        Article(Object[] row, int first) {
            this((Long) row[first], Stream.of(row[first + 1], row[first + 2], row[first + 3]).filter(Objects::nonNull)
                .map(Long.class::cast).findFirst().orElse(null), (Long) row[first + 4], (String) row[first + 5]);
        }
    }

    private record Option(Long id, String attribute, String label, Integer order) {
    }

    private record Value(Long id, String text) {
    }

    /** @param items identifiers of order items */
    Map<Long, ArticleDetails> of(Collection<Long> items, Locale language) {
        Set<Long> ids = items.stream().filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        return ids.isEmpty() ? Map.of() : new Reading(ids, language).details();
    }

    /** All that is read for some items. */
    private final class Reading {

        private final Locale language;
        private final Map<Long, Item> items = new LinkedHashMap<>();
        private final Map<Long, Article> articles = new HashMap<>();
        private final Map<Long, Map<String, String>> attributes = new HashMap<>();
        private final Map<Long, Set<Long>> optionsOfProducts = new HashMap<>();
        private final Map<Long, List<Long>> valuesOfSkus = new HashMap<>();
        private final Map<Long, Option> options = new HashMap<>();
        private final Map<String, Long> optionsByAttribute = new HashMap<>();
        private final Map<Long, List<Value>> values = new HashMap<>();
        private final Map<String, Map<String, String>> translations = new HashMap<>();

        Reading(Set<Long> ids, Locale language) {
            this.language = language;
            query("select " + ITEM + ", s.id, i.product.id, s.defaultProduct.id, sp.id, b.id, b.name from DiscreteOrderItemImpl i"
                + RELATED + " left join i.sku s left join s.product sp left join i.bundleOrderItem b where i.id in (:ids)", ids)
                .forEach(row -> {
                    items.put((Long) row[0], new Item(row));
                    articles.put((Long) row[0], new Article(row, ITEM_VALUES));
                });
            Set<Long> others = new TreeSet<>(ids);
            others.removeAll(items.keySet());
            query("select " + ITEM + " from OrderItemImpl i" + RELATED + " where i.id in (:ids)", others)
                .forEach(row -> items.put((Long) row[0], new Item(row)));
            readAttributes(ids);
            readOptions();
            readValues();
            readTranslations();
        }

        /** Of the items and of the sets that they came in. */
        private void readAttributes(Set<Long> ids) {
            Set<Long> all = new TreeSet<>(ids);
            items.values().stream().map(Item::parentId).filter(Objects::nonNull).forEach(all::add);
            articles.values().stream().map(Article::bundleId).filter(Objects::nonNull).forEach(all::add);
            query("select a.orderItem.id, a.name, a.value from OrderItemAttributeImpl a where a.orderItem.id in (:ids)", all)
                .forEach(row -> attributes.computeIfAbsent((Long) row[0], item -> new TreeMap<>())
                    .put((String) row[1], (String) row[2]));
        }

        private void readOptions() {
            Set<Long> wanted = new HashSet<>();
            query(SkuOptions.VALUES, articles.values().stream().map(Article::sku).filter(Objects::nonNull).toList()).forEach(row -> {
                valuesOfSkus.computeIfAbsent((Long) row[0], sku -> new ArrayList<>()).add((Long) row[1]);
                wanted.add((Long) row[2]);
            });
            Set<String> names = attributes.values().stream().flatMap(some -> some.keySet().stream()).collect(Collectors.toSet());
            if (!names.isEmpty()) {
                query("select x.product.id, x.productOption.id from ProductOptionXrefImpl x where x.product.id in (:ids)",
                    articles.values().stream().map(Article::product).filter(Objects::nonNull).toList())
                    .forEach(row -> optionsOfProducts.computeIfAbsent((Long) row[0], product -> new TreeSet<>())
                        .add((Long) row[1]));
                optionsOfProducts.values().forEach(wanted::addAll);
                query("select o.attributeName, min(o.id) from ProductOptionImpl o where o.attributeName in (:ids)"
                    + " group by o.attributeName", names).forEach(row -> optionsByAttribute.put((String) row[0], (Long) row[1]));
                wanted.addAll(optionsByAttribute.values());
            }
            query("select o.id, o.attributeName, o.label, o.displayOrder from ProductOptionImpl o where o.id in (:ids)", wanted)
                .forEach(row -> options.put((Long) row[0],
                    new Option((Long) row[0], (String) row[1], (String) row[2], (Integer) row[3])));
        }

        private void readValues() {
            query("select v.productOption.id, v.id, v.attributeValue from ProductOptionValueImpl v"
                + " where v.productOption.id in (:ids)", options.keySet())
                .forEach(row -> values.computeIfAbsent((Long) row[0], option -> new ArrayList<>())
                    .add(new Value((Long) row[1], (String) row[2])));
        }

        /** All languages: an order keeps what was chosen as its shopper read it, who may have read a translation. */
        private void readTranslations() {
            Set<Long> ofSkus = valuesOfSkus.values().stream().flatMap(List::stream).collect(Collectors.toSet());
            Set<String> ids = new TreeSet<>();
            for (Option option : options.values()) {
                List<Value> choices = values.getOrDefault(option.id(), List.of());
                Set<String> originals = choices.stream().map(Value::text).collect(Collectors.toSet());
                Set<String> recorded = attributes.values().stream().map(some -> some.get(option.attribute()))
                    .filter(Objects::nonNull).collect(Collectors.toSet());
                boolean translatedChoice = !originals.containsAll(recorded);
                ids.add(option.id().toString());
                choices.stream()
                    .filter(value -> translatedChoice || recorded.contains(value.text()) || ofSkus.contains(value.id()))
                    .forEach(value -> ids.add(value.id().toString()));
            }
            query("select t.entityType, t.entityId, t.localeCode, t.translatedValue, t.fieldName from TranslationImpl t"
                + " where t.entityId in (:ids) and t.entityType in ('" + TranslatedEntity.PRODUCT_OPTION.getFriendlyType()
                + "', '" + TranslatedEntity.PRODUCT_OPTION_VALUE.getFriendlyType() + "')", ids)
                .forEach(row -> translations.computeIfAbsent(row[4] + " " + row[1], key -> new HashMap<>())
                    .put((String) row[2], (String) row[3]));
        }

        Map<Long, ArticleDetails> details() {
            Map<Long, ArticleDetails> details = new LinkedHashMap<>();
            items.forEach((id, item) -> details.put(id, details(item)));
            return details;
        }

        private ArticleDetails details(Item item) {
            Article article = articles.getOrDefault(item.id(), Article.UNKNOWN);
            DetailWords words = options(item.id(), article);
            if (item.wrapName() != null) {
                words.chosen(Label.GIFT_WRAP, item.wrapName());
            }
            Message message = item.message().isEmpty() ? item.wrapMessage() : item.message();
            words.typed(Label.OCCASION, message.occasion()).typed(Label.MESSAGE_TO, message.to())
                .typed(Label.MESSAGE_FROM, message.from()).typed(Label.MESSAGE, message.text());
            if (article.bundleId() != null) {
                words.chosen(Label.PART_OF, set(article.bundleId(), article.bundleName()));
            } else if (item.parentId() != null) {
                words.chosen(Label.GOES_WITH, set(item.parentId(), item.parentName()));
            }
            return words.details();
        }

        private String set(Long item, String name) {
            return options(item, Article.UNKNOWN).details().after(name == null ? "" : name);
        }

        /** What was chosen, in the order in which the shop asks for it, and then what else is to be shown. */
        private DetailWords options(Long item, Article article) {
            DetailWords words = new DetailWords(messages, language);
            Map<String, String> recorded = attributes.getOrDefault(item, Map.of());
            Map<Option, Optional<Value>> chosen = new TreeMap<>(Comparator
                .comparing(Option::order, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Option::id));
            recorded.forEach((name, text) -> optionOf(name, article.product())
                .ifPresent(option -> chosen.put(option, valueOf(option, text))));
            Set<String> told = recorded.keySet().stream().filter(name -> !recorded.get(name).isBlank()).collect(Collectors.toSet());
            for (Long valueId : valuesOfSkus.getOrDefault(article.sku(), List.of())) {
                options.values().forEach(option -> values.getOrDefault(option.id(), List.of()).stream()
                    .filter(value -> value.id().equals(valueId) && !told.contains(option.attribute()))
                    .forEach(value -> chosen.put(option, Optional.of(value))));
            }
            chosen.forEach((option, value) -> {
                String label = translated(LABEL, option.id(), option.label() == null ? option.attribute() : option.label());
                if (value.isPresent()) {
                    words.chosen(label, translated(VALUE, value.get().id(), value.get().text()));
                } else {
                    words.typed(label, recorded.get(option.attribute()));
                }
            });
            recorded.forEach((name, text) -> {
                if (furtherAttributes.contains(name) && optionOf(name, article.product()).isEmpty()) {
                    words.attribute(name, text);
                }
            });
            return words;
        }

        private Optional<Option> optionOf(String attribute, Long product) {
            return optionsOfProducts.getOrDefault(product, Set.of()).stream().map(options::get)
                .filter(option -> option != null && attribute.equals(option.attribute())).findFirst()
                .or(() -> Optional.ofNullable(optionsByAttribute.get(attribute)).map(options::get));
        }

        /** The choice that was made, whatever language it was recorded in; empty for what was typed. */
        private Optional<Value> valueOf(Option option, String recorded) {
            List<Value> choices = values.getOrDefault(option.id(), List.of());
            return choices.stream().filter(value -> recorded.equals(value.text())).findFirst()
                .or(() -> choices.stream().filter(value -> translations.getOrDefault(VALUE + " " + value.id(), Map.of())
                    .containsValue(recorded)).findFirst());
        }

        private String translated(String field, Long id, String original) {
            Map<String, String> known = translations.getOrDefault(field + " " + id, Map.of());
            return Stream.of(language.toString(), language.getLanguage()).map(known::get)
                .filter(text -> text != null && !text.isBlank()).findFirst().orElse(original);
        }
    }

    private List<Object[]> query(String query, Collection<?> ids) {
        return ids.isEmpty() ? List.of()
            : entityManager.createQuery(query, Object[].class).setParameter("ids", ids).getResultList();
    }
}
