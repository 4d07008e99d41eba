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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words that the modules' features bring are there in English and French, and read alike in every encoding. */
class FeatureMessagesUnitTests {

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

    private static Properties messages(Path file) throws IOException {
        Properties messages = new Properties();
        try (InputStream stream = Files.newInputStream(file)) {
            messages.load(stream);
        }
        return messages;
    }

    private static List<Path> files() throws IOException {
        return Stream.of("core-module", "admin-module", "site-module")
            .map(module -> Path.of("..", module, "src", "main", "resources", "messages", "rtn", "feature")).filter(Files::isDirectory)
            .flatMap(folder -> Stream.of(Objects.requireNonNull(folder.toFile().listFiles()))).map(File::toPath).toList();
    }
}
