package org.broadleafreturns.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The product's words in a language, read from its own bundles. */
final class Words {

    private static final List<String> BUNDLES = List.of("ReturnsMessages", "ReturnsAdminMessages", "ReturnsSiteMessages",
        "feature/restock", "feature/gateway", "feature/refund", "feature/basis", "feature/due", "feature/note",
        "feature/voucher", "feature/template", "feature/withdrawal", "feature/guest");

    private final Properties words = new Properties();
    private final Locale locale;

    Words(String language) {
        locale = Locale.forLanguageTag(language);
        for (String bundle : BUNDLES) {
            String name = "/messages/rtn/" + bundle + (language.equals("fr") ? "_fr" : "") + ".properties";
            try (InputStream file = Words.class.getResourceAsStream(name)) {
                words.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As it stands in the bundle. */
    String get(String code) {
        String word = words.getProperty(code);
        if (word == null) {
            throw new IllegalArgumentException("No words for " + code);
        }
        return word;
    }

    /** Filled in. */
    String say(String code, Object... arguments) {
        return new MessageFormat(get(code), locale).format(arguments);
    }
}
