package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words that the modules' features bring are there in English and French, and read alike in every encoding. */
class FeatureMessagesUnitTests {

    /** What belongs to the word before it, or after it, behind a space at which a line can break. */
    private static final Pattern ALONE = Pattern.compile(" [:;!?\u00bb]|\u00ab ");

    @Test
    void everyWordExistsInBothLanguages() throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (!name.contains("_")) {
                Path french = file.resolveSibling(name.replace(".properties", "_fr.properties"));
                assertThat(messages(french).keySet()).as(french.toString()).isEqualTo(messages(file).keySet());
            }
        }
    }

    @Test
    void noApostropheIsTakenForAQuoteAndEveryEncodingIsRight() throws IOException {
        for (Path file : files()) {
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(Files.readString(file))).as(file.toString()).isTrue();
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("'");
        }
    }

    @Test
    void noFrenchPunctuationCanBeginALine() throws IOException {
        for (Path file : filesOf("")) {
            if (file.getFileName().toString().endsWith("_fr.properties")) {
                assertThat(messages(file).values()).as(file.toString()).map(Object::toString).isNotEmpty()
                    .noneMatch(words -> ALONE.matcher(words).find());
            }
        }
    }

    private static Properties messages(Path file) throws IOException {
        Properties messages = new Properties();
        try (InputStream stream = Files.newInputStream(file)) {
            messages.load(stream);
        }
        return messages;
    }

    private static List<Path> files() {
        return filesOf("feature");
    }

    private static List<Path> filesOf(String folder) {
        return Stream.of("core-module", "admin-module", "site-module")
            .map(module -> Path.of("..", module, "src", "main", "resources", "messages", "rtn", folder)).filter(Files::isDirectory)
            .flatMap(found -> Stream.of(Objects.requireNonNull(found.toFile().listFiles(File::isFile)))).map(File::toPath).toList();
    }
}
