package org.broadleafreturns.admin.settings;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * One field on the page with the settings. Its label is the message {@code rtn.admin.settings.NAME}, what explains it
 * {@code rtn.admin.settings.NAME.help}, the words of a choice {@code rtn.admin.settings.NAME.CHOICE}. A feature that has a
 * setting declares a bean of this type:
 *
 * <pre>
 * &#64;Bean
 * SettingField rtnGiftMessageLengthField() {
 *     return SettingField.number(SettingField.RULES, "giftMessageLength");
 * }
 * </pre>
 *
 * @param section below which heading it stands, the message {@code rtn.admin.settings.SECTION}: one of those there are, or a new
 *     one behind them
 * @param name of the setting
 * @param kind what it looks like
 * @param keyboard that a telephone shows for a line, in the words of HTML for {@code inputmode}
 * @param rows how many lines of text it has room for
 * @param choices names of what can be chosen; none where the shop's languages can be
 * @param label its label's code, whose argument is the message of the code {@code about} if there is one
 * @param about a code, or null
 */
@ForIntegrators
public record SettingField(String section, String name, Kind kind, String keyboard, int rows, List<String> choices, String label,
        String about) implements SettingFields {

    public static final String GENERAL = "general";
    public static final String RULES = "rules";
    public static final String TEXTS = "texts";
    public static final String MAILS = "mails";

    /** What a field looks like. */
    public enum Kind {
        YES_OR_NO, CHOICE, LANGUAGE, SHORT_LINE, LINE, LINES,
        /** One input a language, side by side. */
        TEXTS
    }

    public SettingField {
        choices = List.copyOf(choices);
    }

    private static SettingField of(String section, String name, Kind kind, String keyboard, int rows, List<String> choices) {
        return new SettingField(section, name, kind, keyboard, rows, choices, "rtn.admin.settings." + name, null);
    }

    public static SettingField yesOrNo(String section, String name) {
        return of(section, name, Kind.YES_OR_NO, "", 1, List.of());
    }

    /** A few that exclude each other. */
    public static SettingField choice(String section, String name, List<String> choices) {
        return of(section, name, Kind.CHOICE, "", 1, choices);
    }

    /** One of the shop's languages. */
    public static SettingField language(String section, String name) {
        return of(section, name, Kind.LANGUAGE, "", 1, List.of());
    }

    /** A whole number. */
    public static SettingField number(String section, String name) {
        return of(section, name, Kind.SHORT_LINE, "numeric", 1, List.of());
    }

    /** A few signs; with {@code decimal} as the keyboard, a number that is not whole. */
    public static SettingField shortLine(String section, String name, String keyboard) {
        return of(section, name, Kind.SHORT_LINE, keyboard, 1, List.of());
    }

    public static SettingField line(String section, String name, String keyboard) {
        return of(section, name, Kind.LINE, keyboard, 1, List.of());
    }

    public static SettingField lines(String section, String name, int rows) {
        return of(section, name, Kind.LINES, "", rows, List.of());
    }

    /** Of a setting that has a text in each language. */
    public static SettingField texts(String section, String name, int rows) {
        return of(section, name, Kind.TEXTS, "", rows, List.of());
    }

    /** The same with another label, which mentions something. */
    public SettingField called(String code, String mentioned) {
        return new SettingField(section, name, kind, keyboard, rows, choices, code, mentioned);
    }

    /** Whether its input is a number, which the platform's style sets to the right. */
    public boolean isNumber() {
        return keyboard.equals("numeric") || keyboard.equals("decimal");
    }

    @Override
    public List<SettingField> fields() {
        return List.of(this);
    }
}
