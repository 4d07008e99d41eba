package org.broadleafreturns.admin.record;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.broadleafcommerce.common.presentation.client.SupportedFieldType;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.broadleafcommerce.openadmin.dto.BasicFieldMetadata;
import org.broadleafcommerce.openadmin.dto.FieldMetadata;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.words.Worded;
import org.broadleafreturns.core.words.Words;

/**
 * The fields of a form for words in each language that the merchant writes, which no columns of the record's own table have; and
 * in a list, one column of them in the language of whoever looks. A field is called like {@code labelEn}.
 */
public class WordFields {

    private final Layout layout;
    private final ReturnsSettings settings;
    private final String property;
    private final Function<Worded, Worded> of;

    public WordFields(Layout layout, ReturnsSettings settings) {
        this(layout, settings, "wordings", Function.identity());
    }

    private WordFields(Layout layout, ReturnsSettings settings, String property, Function<Worded, Worded> of) {
        this.layout = layout;
        this.settings = settings;
        this.property = property;
        this.of = of;
    }

    /**
     * Fields for words that a record has besides its own.
     *
     * @param type the kind of record
     * @param property the record's collection that they lie in
     * @param of finds them in a record
     */
    public static <T extends Worded> WordFields further(Layout layout, ReturnsSettings settings, Class<T> type, String property,
            Function<T, Worded> of) {
        return new WordFields(layout, settings, property, record -> of.apply(type.cast(record)));
    }

    /**
     * Where they stand and what they look like.
     *
     * @param name what the fields' names begin with, and the name of the list's column
     * @param listed whether the list has such a column, as its first one
     * @param required whether the form marks them as needed
     * @param severalLines whether what is written can have several lines
     * @param maximumLength in characters
     * @param beside the field whose part of the form they stand in
     * @param firstOrder the place of the first of them
     * @param caption the code of the message that names a field, given the language's name
     * @param help the code of the message below the last of them, or null
     */
    public record Layout(String name, boolean listed, boolean required, boolean severalLines, int maximumLength, String beside,
            int firstOrder, String caption, String help) {

        /** Of words of one line. */
        public Layout(String name, boolean listed, boolean required, int maximumLength, String beside, int firstOrder, String caption,
                String help) {
            this(name, listed, required, false, maximumLength, beside, firstOrder, caption, help);
        }
    }

    public List<Locale> languages() {
        return settings.languages();
    }

    public int maximumLength() {
        return layout.maximumLength();
    }

    /** The field for that language. */
    public String field(Locale language) {
        StringBuilder field = new StringBuilder(layout.name());
        for (String part : language.toLanguageTag().split("-")) {
            field.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return field.toString();
    }

    /** The language of a field; empty for any other field. */
    Optional<Locale> language(String field) {
        return languages().stream().filter(language -> field(language).equals(field)).findFirst();
    }

    /** What stands in the field for that language: a shop may say more exactly by now which English it means. */
    public Optional<String> written(Worded record, Locale language) {
        return words(record).in(language);
    }

    /** What the list shows to a reader. */
    String shown(Worded record, Locale reader) {
        return words(record).shownTo(reader).orElse("");
    }

    private Words words(Worded record) {
        return Words.of(of.apply(record).getWordings(), settings.defaultLanguage());
    }

    /** The record's collection of them. */
    String property() {
        return property;
    }

    boolean areListed() {
        return layout.listed();
    }

    String column() {
        return layout.name();
    }

    String caption() {
        return layout.caption();
    }

    /** Puts on record what was entered; what the form did not have stays as it is. */
    void write(SubmittedRecord submitted, Worded record) {
        for (Locale language : languages()) {
            if (submitted.has(field(language))) {
                of.apply(record).write(language, submitted.value(field(language)));
            }
        }
    }

    /** Adds them to what the platform knows of a record. */
    void describe(Map<String, FieldMetadata> properties) {
        FieldMetadata beside = properties.get(layout.beside());
        BiConsumer<String, BasicFieldMetadata> add = (name, field) -> {
            field.setName(name);
            properties.put(name, field);
        };
        int order = layout.firstOrder();
        for (Locale language : languages()) {
            BasicFieldMetadata field = line(beside);
            field.setVisibility(VisibilityEnum.FORM_EXPLICITLY_SHOWN);
            field.setProminent(false);
            field.setRequiredOverride(layout.required());
            field.setFriendlyName(field(language));
            field.setOrder(order++);
            if (order == layout.firstOrder() + languages().size()) {
                field.setHelpText(layout.help());
            }
            add.accept(field(language), field);
        }
        if (layout.listed()) {
            BasicFieldMetadata column = line(beside);
            column.setVisibility(VisibilityEnum.FORM_HIDDEN);
            column.setProminent(true);
            column.setFriendlyName(layout.caption() + ".column");
            column.setGridOrder(0);
            column.setColumnWidth(null);
            add.accept(layout.name(), column);
        }
    }

    /** Like its neighbour in everything that is not about what it holds. */
    private BasicFieldMetadata line(FieldMetadata beside) {
        BasicFieldMetadata field = (BasicFieldMetadata) beside.cloneFieldMetadata();
        field.setFieldType(SupportedFieldType.STRING);
        field.setExplicitFieldType(SupportedFieldType.STRING);
        field.setSecondaryType(null);
        field.setEnumerationClass(null);
        field.setEnumerationValues(null);
        field.setBroadleafEnumeration(null);
        field.setLength(layout.maximumLength());
        field.setLargeEntry(layout.severalLines());
        field.setUnique(false);
        field.setHelpText(null);
        return field;
    }
}
