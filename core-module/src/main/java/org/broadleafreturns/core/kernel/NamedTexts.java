package org.broadleafreturns.core.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Texts by name in one text, a line each, as {@link Properties} write them: in ASCII, so that every database takes
 * them as they are. The platform's lines have no JSON library in common.
 */
public final class NamedTexts {

    private NamedTexts() {
    }

    /** @param values none of which may be null */
    public static String written(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Without the date that stands before them; a name that begins like a comment is escaped.
        return text.toString(StandardCharsets.ISO_8859_1).lines().filter(line -> !line.startsWith("#")).sorted()
            .collect(Collectors.joining("\n"));
    }

    /** What {@link #written} has written. */
    public static Map<String, String> read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach((name, value) -> values.put((String) name, (String) value));
        return Collections.unmodifiableMap(values);
    }
}
