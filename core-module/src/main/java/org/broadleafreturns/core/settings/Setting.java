package org.broadleafreturns.core.settings;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * One thing that merchants can set: its name, how its values are written, and what holds where nobody has set it, which comes
 * from a property. A feature declares a bean of this type, reads it with {@link Settings#get(Setting)}, and in the back office
 * has a field for it on the page with the settings.
 *
 * <pre>
 * &#64;Bean
 * Setting&lt;Integer&gt; rtnGiftMessageLength(&#64;Value("${shop.gift.message-length:200}") int configured) {
 *     return Setting.wholeNumber("giftMessageLength", configured, 0, 500);
 * }
 * </pre>
 *
 * @param <T> of its values, which are immutable
 */
@ForIntegrators
public final class Setting<T> implements DeclaredSettings {

    /** What a value may have as it is stored, in characters. */
    public static final int LONGEST = 4000;

    static final int LONGEST_NAME = 60;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9_]+)*");

    private final String name;
    private final ValueForm<T> form;
    private final T configured;
    private final boolean byLanguage;
    private final boolean promised;
    private final String usual;

    private Setting(String name, ValueForm<T> form, T configured, boolean byLanguage, boolean promised, String usual) {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME || name.startsWith("configured.")) {
            throw new IllegalArgumentException("No setting can be called " + name);
        }
        if (byLanguage && promised) {
            throw new IllegalArgumentException("What is promised is no matter of language: " + name);
        }
        this.name = name;
        this.form = form;
        this.configured = Objects.requireNonNull(configured, name);
        this.byLanguage = byLanguage;
        this.promised = promised;
        this.usual = usual;
    }

    /**
     * A setting whose values have a form of their own.
     *
     * @param name letters and digits, which parts after a point may follow; never changes, for it is stored
     * @param configured what holds where no merchant has set it
     */
    public static <T> Setting<T> of(String name, ValueForm<T> form, T configured) {
        return new Setting<>(name, form, configured, false, false, null);
    }

    public static Setting<Boolean> yesOrNo(String name, boolean configured) {
        return of(name, ValueForms.YES_OR_NO, configured);
    }

    /** A whole number within limits that are part of them. */
    public static Setting<Integer> wholeNumber(String name, int configured, int least, int most) {
        return of(name, new ValueForms.WholeNumber(least, most), configured);
    }

    /** One of an enumeration's values. */
    public static <E extends Enum<E>> Setting<E> choice(String name, Class<E> type, E configured) {
        return choice(name, type, configured, "rtn.objection.settings.choice");
    }

    /** @param refusal code of what whoever chooses nothing reads */
    public static <E extends Enum<E>> Setting<E> choice(String name, Class<E> type, E configured, String refusal) {
        return of(name, new ValueForms.Choice<>(type, refusal), configured);
    }

    /** Plain text in one line. */
    public static Setting<String> line(String name, String configured, int longest) {
        return of(name, new ValueForms.Plain(longest, true), configured);
    }

    /** Plain text in any number of lines. */
    public static Setting<String> text(String name, String configured, int longest) {
        return of(name, new ValueForms.Plain(longest, false), configured);
    }

    /** The same, with a value for each of the shop's languages. */
    public Setting<T> inEachLanguage() {
        return new Setting<>(name, form, configured, true, promised, usual);
    }

    /** The same text, for which the message of this code stands in the reader's language while it is blank. */
    public Setting<T> usually(String code) {
        return new Setting<>(name, form, configured, byLanguage, promised, code);
    }

    /**
     * The same, whose values bear on until when something can be done: each is kept with the moment from which it held, and
     * {@link Settings#held} tells them all.
     */
    public Setting<T> promised() {
        return new Setting<>(name, form, configured, byLanguage, true, usual);
    }

    public String name() {
        return name;
    }

    public ValueForm<T> form() {
        return form;
    }

    /** What holds where no merchant has set it. */
    public T configured() {
        return configured;
    }

    public boolean isInEachLanguage() {
        return byLanguage;
    }

    public boolean isPromised() {
        return promised;
    }

    /** The code of the message that stands in for a blank text, or null. */
    public String usual() {
        return usual;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
