package org.broadleafreturns.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever an uploader calls a file, its name is one that can be shown, stored and put into a header. */
class FileNamePropertyTests {

    @Property(tries = 3000)
    void everyNameIsHarmless(@ForAll("names") String given, @ForAll DocumentType type) {
        String name = FileName.clean(given, type);

        assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(FileName.MAXIMUM_LENGTH);
        assertThat(name).doesNotContain("/", "\\", "\"", "<", ">", "%", ";").doesNotStartWith(".");
        assertThat(name.codePoints()).noneMatch(Character::isISOControl)
            .noneMatch(codePoint -> Character.getType(codePoint) == Character.FORMAT);
        assertThat(name.toLowerCase(java.util.Locale.ROOT)).matches("(?s).*\\.(" + type.extension() + "|jpeg)");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).as("no half of a character").isTrue();
        assertThat(FileName.clean(name, type)).as("cleaning twice changes nothing").isEqualTo(name);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> nasty = Arbitraries.of("..", "/", "\\", "\u202e", "\u200f", "\0", "\r\n", "%00", "%2e%2e%2f", ".exe", ".pdf", "\"",
            ";", "<script>", "\ud83d", "\udc4d", "\ud83d\udc4d", " ", "CON", "\u2028", "a".repeat(300), "${7*7}", ".jpeg");
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(30);
        return Arbitraries.frequencyOf(Tuple.of(3, nasty), Tuple.of(1, any)).list().ofMaxSize(8).map(parts -> String.join("", parts));
    }
}
