package org.broadleafreturns.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/**
 * Puts what is known of an article into words, in one language. What a shopper typed stands in quotation marks, so that it
 * cannot pass for a chosen option; it has one line and a bounded length, and no characters that turn the direction of the text
 * around it.
 */
class DetailWords {

    static final int LABEL_LENGTH = 60;
    static final int TEXT_LENGTH = 120;
    static final int MAXIMUM = 12;

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final String MORE = "\u2026";

    private final MessageSource messages;
    private final Locale language;
    private final List<String> words = new ArrayList<>();

    DetailWords(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    /** One of the choices that the shop offers, or a name of the shop's. */
    DetailWords chosen(String label, String value) {
        return add("rtn.article.chosen", label, value);
    }

    /** What somebody typed; nothing if that is nothing. */
    DetailWords typed(String label, String text) {
        return add("rtn.article.typed", label, text);
    }

    DetailWords chosen(Label label, String value) {
        return chosen(label.in(messages, language), value);
    }

    DetailWords typed(Label label, String text) {
        return typed(label.in(messages, language), text);
    }

    /** What an attribute says that is no option, under what the shop's messages call it, or its own name. */
    DetailWords attribute(String name, String text) {
        return typed(messages.getMessage("rtn.article.attribute." + name, null, name, language), text);
    }

    private DetailWords add(String code, String label, String value) {
        String tidy = tidy(value, TEXT_LENGTH);
        if (!tidy.isEmpty()) {
            words.add(messages.getMessage(code, new Object[] {tidy(label, LABEL_LENGTH), tidy}, language));
        }
        return this;
    }

    ArticleDetails details() {
        List<String> shown = new ArrayList<>(words.subList(0, Math.min(MAXIMUM, words.size())));
        if (words.size() > MAXIMUM) {
            shown.add(MORE);
        }
        return new ArticleDetails(shown);
    }

    /** The labels that are the module's own. */
    enum Label {
        OCCASION("occasion"),
        MESSAGE_TO("messageTo"),
        MESSAGE_FROM("messageFrom"),
        MESSAGE("message"),
        GIFT_WRAP("giftWrap"),
        /** The set that an article came in. */
        PART_OF("partOf"),
        /** The article that this one was added to. */
        GOES_WITH("goesWith");

        private final String code;

        Label(String code) {
            this.code = "rtn.article." + code;
        }

        private String in(MessageSource messages, Locale language) {
            return messages.getMessage(code, null, language);
        }
    }

    static String tidy(String text, int length) {
        if (text == null) {
            return "";
        }
        String line = BREAKS.matcher(DIRECTIONS.matcher(text).replaceAll("")).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= length ? line
            : line.substring(0, line.offsetByCodePoints(0, length - 1)).stripTrailing() + MORE;
    }
}
